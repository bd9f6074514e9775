using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A fault of a service that runs and on whose published ports nothing listened when the last start gave it up.</summary>
public abstract class SilentPort : Fault
{
    public override Needs Needs => Needs.Containers | Needs.Attempt | Needs.Model;

    /// <summary>The finding; null when what listens in the container says that it is something else.</summary>
    private protected abstract Finding? Find(SeenContainer container, IReadOnlyList<int> listens, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Attempt.Unknown);
        }

        var failed = attempt.Services.Where(service => !service.Waiting).Select(service => service.Service).ToHashSet();
        return Diagnosis.Present(
        [
            .. containers.Containers
                .Where(one => one is { State: ContainerState.Running, Listens: not null } && failed.Contains(one.Service))
                .Where(one => Published(one) is { Count: > 0 } ports && !ports.Exists(port => one.Listens!.Contains(port) || one.ListensAtLoopback?.Contains(port) is true))
                .Select(one => Find(one, one.Listens!, evidence))
                .OfType<Finding>()
                .DistinctBy(finding => finding.Subject),
        ]);
    }

    /// <summary>The container's own ports that the engine publishes.</summary>
    private protected static List<int> Published(SeenContainer container) =>
        [.. container.Ports.Where(port => port.Protocol == "tcp").Select(port => port.Target).Distinct()];
}
