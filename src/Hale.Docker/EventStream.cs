using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>The engine's events of one project's containers.</summary>
internal sealed class EventStream(EngineClient engine, TimeProvider clock)
{
    // Not the exec events: each probe of our own would come back as three of them.
    private static readonly string[] Kinds = ["create", "start", "restart", "die", "oom", "kill", "stop", "pause", "unpause", "destroy", "health_status"];

    private static readonly TimeSpan Forever = TimeSpan.FromDays(20);

    public async IAsyncEnumerable<EngineEvent> OfProjectAsync(string project, bool withNetworks, [EnumeratorCancellation] CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var events = Channel.CreateUnbounded<EngineEvent>(new() { SingleReader = true });
        var filters = ContainerEngine.OfProject(project);
        filters["type"] = new Dictionary<string, bool> { ["container"] = true };
        filters["event"] = Kinds.ToDictionary(kind => kind, _ => true);

        // The engine replays what came after Since, so nothing is lost while the subscription is on its way.
        var now = await NowAsync(stop).ConfigureAwait(false);
        var listening = ListenAsync(new() { Filters = filters, Since = now }, events.Writer, end.Token);
        var cuts = withNetworks ? ListenAsync(new() { Filters = Cuts(), Since = now }, events.Writer, end.Token) : Task.CompletedTask;
        try
        {
            yield return new EngineEvent("watching", "", "", null);
            await foreach (var happened in events.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(listening, cuts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A network's events carry no label of a project.
    private static Dictionary<string, IDictionary<string, bool>> Cuts() => new()
    {
        ["type"] = new Dictionary<string, bool> { ["network"] = true },
        ["event"] = new Dictionary<string, bool> { ["disconnect"] = true },
    };

    // The engine's own clock counts. On this machine it is ours, and asking for it would cost more than the rest of the subscription.
    private async Task<string> NowAsync(CancellationToken stop)
    {
        var now = engine.IsLocal ? clock.GetUtcNow() : await TheirsAsync(stop).ConfigureAwait(false);
        var ticks = now.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

        // The engine takes seconds and nanoseconds since 1970, and refuses a date as people write it.
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond * 100:000000000}");
    }

    private async Task<DateTimeOffset> TheirsAsync(CancellationToken stop)
    {
        var info = await engine.AskAsync((client, token) => client.System.GetSystemInfoAsync(token), stop).ConfigureAwait(false);
        return DateTimeOffset.TryParse(info.SystemTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs) ? theirs : clock.GetUtcNow();
    }

    private async Task ListenAsync(ContainerEventsParameters wanted, ChannelWriter<EngineEvent> into, CancellationToken stop)
    {
        try
        {
            await engine.DoAsync(
                (client, token) => client.System.MonitorEventsAsync(wanted, new Hearing(into), token),
                stop,
                Forever).ConfigureAwait(false);
            into.TryComplete();
        }
        catch (Exception ended) when (ended is EngineException or OperationCanceledException)
        {
            into.TryComplete(stop.IsCancellationRequested ? null : ended);
        }
    }

    private sealed class Hearing(ChannelWriter<EngineEvent> into) : IProgress<Message>
    {
        public void Report(Message value)
        {
            var labels = value.Actor?.Attributes ?? new Dictionary<string, string>();
            if (Text(labels, ComposeLabels.OneOff).Equals("True", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            into.TryWrite(new EngineEvent(value.Action, value.Type == "network" ? Text(labels, "container") : value.Actor?.ID ?? "", Text(labels, ComposeLabels.Service), Number(labels, "exitCode"))
            {
                Name = Text(labels, "name"),
                Number = Number(labels, ComposeLabels.Number) ?? 1,
                Signal = Number(labels, "signal"),
            });
        }

        private static string Text(IDictionary<string, string> labels, string key) => labels.TryGetValue(key, out var value) ? value : "";

        private static int? Number(IDictionary<string, string> labels, string key) =>
            int.TryParse(Text(labels, key), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
