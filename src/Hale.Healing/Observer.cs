using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>Runs the probes that the asked-for readings need, each as soon as what it builds on is there, all others beside it.</summary>
public sealed class Observer(IReadOnlyList<IProbe> probes, TimeProvider clock)
{
    public async Task<Evidence> LookAsync(Needs needs, CancellationToken stop)
    {
        var wanted = Closure(needs);
        var evidence = new Evidence();
        var gate = new Lock();
        var looks = new Dictionary<IProbe, Task>();

        foreach (var probe in InOrder(wanted))
        {
            var before = looks.Where(pair => probe.After.HasFlag(pair.Key.Gives)).Select(pair => pair.Value).ToArray();
            looks[probe] = Task.Run(LookOnceAsync, stop);

            async Task LookOnceAsync()
            {
                await Task.WhenAll(before).ConfigureAwait(false);
                var grow = await AskAsync(probe, evidence, stop).ConfigureAwait(false);
                lock (gate)
                {
                    evidence = grow(evidence);
                    evidence = WasAnswered(evidence, probe) ? evidence : probe.Blind("the probe gave no answer")(evidence);
                }
            }
        }

        await Task.WhenAll(looks.Values).ConfigureAwait(false);
        return evidence;
    }

    // What is asked is known or unknown with a reason: a reading that was left out would pass for one that nobody wanted.
    private static bool WasAnswered(Evidence evidence, IProbe probe) => NothingFound.In(evidence, probe.Gives) is not Diagnosis.Unasked;

    private async Task<Func<Evidence, Evidence>> AskAsync(IProbe probe, Evidence known, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(probe.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            return await OrLateAsync(probe.LookAsync(known, either.Token), either.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A probe that fails is a result, never silence and never the end of the run.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return probe.Blind(late.IsCancellationRequested ? $"no answer within {probe.Patience.TotalSeconds:0.#} s" : failure.Message);
        }
    }

    // A probe that does not listen to its time-out is left behind, and what becomes of it later concerns nobody.
    private static async Task<Func<Evidence, Evidence>> OrLateAsync(Task<Func<Evidence, Evidence>> look, CancellationToken end)
    {
        _ = look.ContinueWith(left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return await look.WaitAsync(end).ConfigureAwait(false);
    }

    private Needs Closure(Needs needs)
    {
        for (var before = Needs.None; before != needs;)
        {
            before = needs;
            needs = probes.Where(probe => needs.HasFlag(probe.Gives)).Aggregate(needs, (sum, probe) => sum | probe.After);
        }

        return needs;
    }

    private List<IProbe> InOrder(Needs wanted)
    {
        var left = probes.Where(probe => wanted.HasFlag(probe.Gives)).ToList();
        var order = new List<IProbe>();
        while (left.Count > 0)
        {
            var next = left.Find(probe => !left.Exists(other => other != probe && probe.After.HasFlag(other.Gives)))
                ?? throw new InvalidOperationException("The probes wait for each other in a circle.");
            left.Remove(next);
            order.Add(next);
        }

        return order;
    }
}
