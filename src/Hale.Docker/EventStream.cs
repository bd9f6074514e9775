using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>The engine's events of one project's containers.</summary>
internal sealed class EventStream(EngineClient engine)
{
    // Not the exec events: each probe of our own would come back as three of them.
    private static readonly string[] Kinds = ["create", "start", "restart", "die", "oom", "kill", "stop", "pause", "unpause", "destroy", "health_status"];

    private static readonly TimeSpan Forever = TimeSpan.FromDays(20);

    public async IAsyncEnumerable<EngineEvent> OfProjectAsync(string project, [EnumeratorCancellation] CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var events = Channel.CreateUnbounded<EngineEvent>(new() { SingleReader = true });
        var filters = ContainerEngine.OfProject(project);
        filters["type"] = new Dictionary<string, bool> { ["container"] = true };
        filters["event"] = Kinds.ToDictionary(kind => kind, _ => true);

        // The engine replays what came after Since, so nothing is lost while the subscription is on its way.
        var since = (await engine.AskAsync((client, token) => client.System.GetSystemInfoAsync(token), stop).ConfigureAwait(false)).SystemTime;
        var listening = ListenAsync(new() { Filters = filters, Since = since }, events.Writer, end.Token);
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
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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
            var labels = value.Actor.Attributes;
            var exitCode = labels.TryGetValue("exitCode", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var code) ? code : (int?)null;
            into.TryWrite(new EngineEvent(value.Action, value.Actor.ID, labels.TryGetValue(ComposeLabels.Service, out var service) ? service : "", exitCode));
        }
    }
}
