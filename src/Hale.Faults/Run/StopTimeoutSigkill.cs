using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A container was asked to stop, did not in its time, and was ended by force.</summary>
public sealed class StopTimeoutSigkill : Fault
{
    public override string Id => "stop-timeout-sigkill";

    public override string Title => "A container did not stop in its time and was ended by force";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A container is down with exit code 137. It did not crash: it was asked to stop, went on for as long as it is given, and was then
        ended by the engine.

        ## What we look at
        The exit code, and the signals that the engine sent to it: one that asks, and SIGKILL after it. The engine remembers its last few
        hundred events only.

        ## Why it happens
        `docker compose stop` gives a container ten seconds unless `stop_grace_period` says otherwise. Its first process ignores the
        signal, which each first process does that has no handler for it, or it needs longer.

        ## What mends it
        Nothing has to be mended: `hale docker` starts it again. A program that needs longer gets a longer `stop_grace_period`; one that
        ignores the signal gets a handler, another `stop_signal`, or `init: true`.

        ## When it is not this
        SIGKILL without a signal before it is `killed-by-user`. With the engine's note of missing memory it is `oom-container-limit`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where Forced.IsDown(container)
               let after = Forced.After(container)
               where after is not null
               group (container, after) by container.Service into same
               select new Finding(Id, same.Key, $"'{same.Key}' was asked to stop, had not ended {Forced.Seconds(same.First().after!.Value)} later, and was then ended by force (exit code 137); it did not crash") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "hale docker",
        $"under '{finding.Subject}' in the Compose file: a longer stop_grace_period, or init: true where its first process ignores the signal");
}
