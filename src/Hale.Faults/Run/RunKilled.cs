using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A container was killed, and the engine does not say why.</summary>
public sealed class RunKilled : Fault
{
    // 128 and the number of SIGKILL.
    private const int Killed = 137;

    public override string Id => "run-killed";

    public override string Title => "A container was killed, and nothing says why";

    public override Needs Needs => Needs.Containers;

    public override bool IsGeneral => true;

    public override string Page => """
        A container ended with exit code 137, which is SIGKILL, and the engine has noted no lack of memory.

        ## What we look at
        The exit code, the engine's note on memory, and the signals that it remembers to have sent: none, or it has forgotten.

        ## Why it happens
        Somebody ran `docker kill`, or the container did not stop in the time that it was given. Seldom the engine misses that the
        kernel ended the container at its memory limit.

        ## What mends it
        The container is started once more. When it was its memory, the engine most often notes it the second time.

        ## When it is not this
        With the engine's note it is `oom-container-limit`. Where the engine remembers who was told to send which signal, it is
        `killed-by-user` or `stop-timeout-sigkill`. A program that ends by itself has another exit code.
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
                .Where(container => container is { State: ContainerState.Exited, ExitCode: Killed, OomKilled: false, RestartCount: 0 } && !Forced.AtOnce(container) && Forced.After(container) is null)
                .DistinctBy(container => container.Service)
                .Select(container => new Finding(Id, container.Service, $"'{container.Service}' was killed (exit code 137), and the engine does not say that it was for its memory")),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"docker compose up -d {finding.Subject}", "dmesg | grep -i 'killed process' | tail -n 5"],
    };
}
