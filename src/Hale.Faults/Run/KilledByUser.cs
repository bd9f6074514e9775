using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>Somebody ended a container by force through the engine.</summary>
public sealed class KilledByUser : Fault
{
    public override string Id => "killed-by-user";

    public override string Title => "A container was killed through the engine";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A container ended with exit code 137, and the engine's own events say that it was told to send SIGKILL, with no signal before it.

        ## What we look at
        The exit code, and the signals that the engine sent before the end. The engine remembers its last few hundred events only.

        ## Why it happens
        Somebody, or a script, ran `docker kill` or `docker compose kill`.

        ## What mends it
        The container is started once more.

        ## When it is not this
        Where the engine sent no signal, or has forgotten, it is `run-killed` or a lack of memory. A signal that asks before SIGKILL is
        `stop-timeout-sigkill`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. containers.Containers
                .Where(container => Forced.IsDown(container) && Forced.AtOnce(container))
                .DistinctBy(container => container.Service)
                .Select(container => new Finding(Id, container.Service, $"'{container.Service}' was killed through the engine (exit code 137): the engine was told to send SIGKILL, and nothing before it")),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"docker compose up -d {finding.Subject}"],
    };
}
