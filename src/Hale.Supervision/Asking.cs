using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Asks a running service by its own health command where the engine itself asks so seldom that it would take long to see a hang. How long
/// an answer may take and how many failures count stay as they were written; only the pause between two is ours, and it is long enough
/// that the asking takes a small share of a processor.
/// </summary>
internal sealed class Asking(IContainerEngine engine, KnownContainers known, Action<Trouble> tell, TimeProvider clock)
{
    // Where the engine sees it sooner, its own verdict is waited for.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    // An answer costs the engine a process: half a percent of the time goes into it at most.
    private const int Share = 200;

    /// <summary>True when the engine would take long to see that the service no longer passes.</summary>
    public static bool IsFor(HealthCheck check) => check.Retries * check.Interval > Slow;

    /// <summary>Asks from now on, until the container ends.</summary>
    public void Begin(Known one, CancellationToken stop)
    {
        if (one.Check is { } check && IsFor(check))
        {
            _ = AskAsync(one, check, stop);
        }
    }

    private async Task AskAsync(Known one, HealthCheck check, CancellationToken stop)
    {
        try
        {
            var pause = check.StartPeriod + Pause;
            for (var failures = 0; ;)
            {
                await Task.Delay(pause, clock, stop).ConfigureAwait(false);
                if (known.IsPaused(one.Id))
                {
                    (failures, pause) = (0, Pause);
                    continue;
                }

                if (!known.Lives(one))
                {
                    return;
                }

                var began = clock.GetTimestamp();
                var answer = await engine.ProbeAsync(one.Id, check.Command, check.Timeout, stop).ConfigureAwait(false);
                failures = answer.Passed ? 0 : failures + 1;
                var fair = clock.GetElapsedTime(began) * Share;
                pause = !answer.Passed ? AfterFailure : fair > Pause ? fair : Pause;
                if (failures >= check.Retries && known.Lives(one))
                {
                    tell(new Trouble(TroubleKind.Hung, one.Service, $"no longer passes its own health check{(answer.ExitCode is null ? ": it gives no answer in time" : "")}") { ContainerId = one.Id });
                    (failures, pause) = (0, Pause);
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or EngineException)
        {
            // The watching is over, or the engine went away, which is told elsewhere.
        }
    }
}
