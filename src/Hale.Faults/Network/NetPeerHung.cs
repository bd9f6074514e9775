using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service is paused, so whoever asks it waits in vain.</summary>
public sealed class NetPeerHung : Fault
{
    public override string Id => "net-peer-hung";

    public override string Title => "A service is paused and answers nobody";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A container of the stack is paused. It keeps its name, its address and its ports, and connections to it are accepted by the kernel;
        nothing ever answers, so others end with a time-out.

        ## What we look at
        The engine's state of each container of the stack.

        ## Why it happens
        Somebody paused it, or a backup did and was broken off before it let it go on.

        ## What mends it
        The service is restarted. `docker compose unpause` lets it go on where it was, should that matter.

        ## When it is not this
        A service that runs and is slow, or is deadlocked, is not told by this: its own health check is the only one who knows.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. containers.Containers.Where(one => one.State is ContainerState.Paused).DistinctBy(one => one.Service)
                .Select(one => new Finding(Id, one.Service, $"'{one.Service}' is paused, so it answers nobody")),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RestartService(finding.Subject, finding.Says)],
        Advice = [$"docker compose unpause {finding.Subject}"],
    };
}
