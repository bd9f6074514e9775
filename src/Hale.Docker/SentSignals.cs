using System.Globalization;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Docker;

/// <summary>Asks the engine which signals it sent to a container before that ended. The engine remembers its last few hundred events alone.</summary>
internal sealed class SentSignals(EngineClient engine, TimeProvider clock)
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(2);

    // A busy engine tells of an end seconds after it noted it.
    private static readonly TimeSpan After = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null when the engine has forgotten, or does not say.</returns>
    public async Task<IReadOnlyList<SentSignal>?> BeforeAsync(string id, DateTimeOffset ended, TimeSpan grace, CancellationToken stop)
    {
        var heard = new Hearing();
        var (until, now) = (ended + After, clock.GetUtcNow());
        ContainerEventsParameters wanted = new()
        {
            Since = Moment(ended - grace - Before),
            Until = Moment(until < now ? until : now),
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["container"] = new Dictionary<string, bool> { [id] = true },
                ["event"] = new Dictionary<string, bool> { ["kill"] = true, ["die"] = true },
            },
        };
        try
        {
            await engine.DoAsync((client, token) => client.System.MonitorEventsAsync(wanted, heard, token), stop, Patience).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            return null;
        }

        return heard.Signals;
    }

    private static string Moment(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private sealed class Hearing : IProgress<Message>
    {
        private readonly List<SentSignal> _signals = [];
        private bool _died;

        /// <summary>Null until the end itself was heard: without it the engine has forgotten what came before.</summary>
        public IReadOnlyList<SentSignal>? Signals => _died ? _signals : null;

        public void Report(Message value)
        {
            _died |= value.Action == "die";
            if (value.Action == "kill" && value.Actor?.Attributes is { } attributes && attributes.TryGetValue("signal", out var text)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var signal))
            {
                _signals.Add(new SentSignal(signal, DateTimeOffset.UnixEpoch.AddTicks((value.TimeNano ?? 0) / TimeSpan.NanosecondsPerTick)));
            }
        }
    }
}
