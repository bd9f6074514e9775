using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>The kernel ended a container's process, since the whole machine had no memory left.</summary>
public sealed class OomHost : Fault
{
    public override string Id => "oom-host";

    public override string Title => "A container was ended, since the machine had no memory left";

    public override Needs Needs => Needs.Containers | Needs.Machine;

    public override string Page => """
        The machine, or the virtual machine that the engine runs in, had no memory left, and the kernel chose a process of this container to
        end. The container's own limit, if it has one, was not reached.

        ## What we look at
        Exit code 137 without the engine's note of memory, and the kernel's own log: that it ended a process of this container for the
        lack of memory of the whole machine.

        ## Why it happens
        Too much runs at once, or the virtual machine of Docker Desktop was given too little.

        ## What mends it
        You choose what may stop: `docker stats --no-stream` shows what containers take. The container is started once more. A memory limit
        for the greediest service keeps it from taking the others along.

        ## When it is not this
        At a limit of its own it is `oom-container-limit`. Where the kernel's log may not be read, it is `run-killed`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Machine.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where container is { State: ContainerState.Exited, ExitCode: 137, Id.Length: > 0 }
               let kill = machine.Kills.LastOrDefault(kill => kill.Group.Contains(container.Id, StringComparison.Ordinal))
               where kill is not null
               group kill by container.Service into same
               select new Finding(Id, same.Key, $"the kernel ended {same.First().Process} of '{same.Key}', since the whole machine had no memory left"),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = ["docker stats --no-stream", "docker compose ls", "with Docker Desktop: give its virtual machine more memory in its settings"],
    };
}
