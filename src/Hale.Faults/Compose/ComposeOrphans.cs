using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A container carries the project's name, and no file has its service.</summary>
public sealed class ComposeOrphans : Fault
{
    private const string HasFolder = "folder";
    private const string Holds = "holds";

    public override string Id => "compose-orphans";

    public override string Title => "A container of the project belongs to a service that no file has";

    public override Needs Needs => Needs.Model | Needs.Containers;

    public override string Page => """
        A container carries this project's name, and the Compose files have no such service, not even in a profile that is not active. Compose
        neither updates nor stops it. Where it still holds a port that the stack publishes, the stack cannot start.

        ## What we look at
        The services of the containers with the project's name, against those of the files; the folder from which each was made; and the
        ports that such a container holds.

        ## Why it happens
        A service was renamed or taken out of the file while its container was there. Or a second stack has the same project name, which is
        that of its folder unless something else is said.

        ## What mends it
        One that was made from this very folder and holds a port of the stack is stopped, after asking; `docker start` brings it back, and
        it is never removed. In all other cases Hale only tells. A stack of another folder needs a project name of its own.

        ## When it is not this
        A container of another project that holds the port is `port-other-container`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        // Where nobody asked for the services of other profiles, each container was of a service of the model.
        return containers.InactiveServices is not { } inactive
            ? Diagnosis.Absent
            : Diagnosis.Present([.. containers.Containers.Where(one => stack.Find(one.Service) is null && !inactive.Contains(one.Service)).Select(one => FindingOf(one, stack, containers))]);
    }

    public override Remedy Mend(Finding finding) => finding.Facts[HasFolder] is { Length: > 0 } folder
        ? Remedy.ByHand($"give one of the two stacks a name of its own: name: at the top of its Compose file; the other one lies in {folder}")
        : new()
        {
            Acts = finding.Facts[Holds].Length > 0 ? [new StopOrphan(finding.Subject, finding.Says)] : [],
            Advice = [$"if nobody needs it: docker rm --force {finding.Subject}", "docker compose up -d --remove-orphans removes all of them"],
        };

    private Finding FindingOf(SeenContainer orphan, Stack stack, ContainerFacts containers)
    {
        var own = containers.Containers.FirstOrDefault(one => one.Folder.Length > 0 && stack.Find(one.Service) is not null)?.Folder;
        var elsewhere = own is not null && orphan.Folder.Length > 0 && orphan.Folder != own ? orphan.Folder : "";
        var wants = orphan.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting ? Wants(orphan, stack) : null;
        var holds = wants is { } held ? $", and it holds port {held.Port}, which '{held.Service}' publishes" : "";
        var where = elsewhere.Length > 0 ? $"; it was made from {elsewhere}, so another stack has the same project name" : "";
        return new Finding(Id, orphan.Name, $"the container {orphan.Name} carries the project name '{stack.Name}', and no file has its service '{orphan.Service}'{where}{holds}")
        {
            Service = wants?.Service,
            OnlyWarns = wants is null,
            Facts = new Dictionary<string, string> { [HasFolder] = elsewhere, [Holds] = wants is null ? "" : "port" },
        };
    }

    private static (string Service, int Port)? Wants(SeenContainer orphan, Stack stack) =>
        stack.Services
            .SelectMany(service => service.Ports.Select(port => (service.Name, port)))
            .Where(wanted => orphan.Ports.Any(held => held.Published == wanted.port.Published && held.Protocol == wanted.port.Protocol))
            .Select(wanted => ((string, int)?)(wanted.Name, wanted.port.Published!.Value))
            .FirstOrDefault();
}
