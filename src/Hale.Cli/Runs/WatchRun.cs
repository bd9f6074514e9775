using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>
/// <c>hale docker --watch</c>: stays with a healthy stack and goes round the loop again when something happens to it. A service that
/// keeps failing is brought back with growing pauses, and then left with its last words.
/// </summary>
internal sealed class WatchRun(Rooms rooms, UpOptions options)
{
    private readonly Patience _patience = new(rooms.Clock);
    private readonly HashSet<string> _left = [];

    /// <summary>Watches until <paramref name="stop"/>; the stack stays up.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        Tell($"watching '{stack.Name}': what ends or becomes unhealthy is brought back; Ctrl-C ends the watching and leaves the stack up");
        try
        {
            await foreach (var trouble in new Troubles(rooms.Engine, stack.Name, rooms.Clock).WatchAsync(stop).ConfigureAwait(false))
            {
                await MeetAsync(trouble, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Tell("the watching has ended; the stack stays up");
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    private async Task MeetAsync(Trouble trouble, CancellationToken stop)
    {
        if (_left.Contains(trouble.Service) || await IsWellAsync(stop).ConfigureAwait(false))
        {
            return;
        }

        var tried = _patience.TriesOf(trouble.Service);
        if (_patience.Next(trouble.Service) is not { } pause)
        {
            _left.Add(trouble.Service);
            Tell($"'{trouble.Service}' {trouble.Says}, for the {tried + 1}th time in five minutes: it is left as it is; `hale logs {trouble.Service}` and `hale troubleshoot` tell more");
            return;
        }

        Tell($"'{trouble.Service}' {trouble.Says}{(pause > TimeSpan.Zero ? $"; it is brought back in {pause.TotalSeconds:0.0} s" : "")}");
        await Task.Delay(pause, rooms.Clock, stop).ConfigureAwait(false);
        var began = rooms.Session.Stage.Now;
        var report = await new UpRun(rooms, options).RunAsync(stop).ConfigureAwait(false);
        var took = (rooms.Session.Stage.Now - began).TotalSeconds;
        var ill = report.Outcome?.Services.FirstOrDefault(service => !service.Good);
        Tell(report.Verdict is Verdict.Good ? $"healthy again, {took:0.0} s later" : $"not healthy: {(ill is null ? "see above" : $"'{ill.Service}' {ill.Says}")}");
    }

    // The engine may tell of an end that a later start has made good.
    private async Task<bool> IsWellAsync(CancellationToken stop) =>
        (await QuickLook.TakeAsync(rooms, options, stop).ConfigureAwait(false)).NothingToDo(rooms.Created.Completed, rooms.Clock.GetUtcNow());

    private void Tell(string text) => rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, text));
}
