using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A running container has been taken off its only network.</summary>
public sealed class NetDetached : Fault
{
    public override string Id => "net-detached";

    public override string Title => "A container is on no network";

    public override Needs Needs => Needs.Containers;

    public override IReadOnlyList<string> Causes => ["net-name-unresolved", "proxy-host-not-found", "proxy-upstream-app-down", "health-app-really-down", "health-failing", "health-timeout"];

    public override string Page => """
        A container runs and is on no network any more, so nobody reaches it by its name or its published port, though it looks well to
        Compose.

        ## What we look at
        The networks of each running container, beside the one that it was made with.

        ## Why it happens
        `docker network disconnect`, or a network that was removed by force and made anew while the container ran.

        ## What mends it
        The container is made anew, which puts it on the networks of its service. Volumes stay.

        ## When it is not this
        A container that never had a network of its own (`network_mode: none`, `host` or another one's) is as it should be. One that
        cannot start because its network was removed is `net-stale-id`.
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
                .Where(one => one is { State: ContainerState.Running, Networks.Count: 0 } && HasOneOfItsOwn(one.NetworkMode))
                .DistinctBy(one => one.Service)
                .Select(one => new Finding(Id, one.Service, $"'{one.Service}' runs and was taken off its network '{one.NetworkMode}', so nobody reaches it")),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RemakeService(finding.Subject, RenewsAnonymousVolumes: false, finding.Says)],
        Advice = [$"docker compose up -d --force-recreate {finding.Subject}"],
    };

    private static bool HasOneOfItsOwn(string mode) => mode is not ("" or "none" or "host") && !mode.StartsWith("container:", StringComparison.Ordinal);
}
