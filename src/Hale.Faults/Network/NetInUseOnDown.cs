using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A network of the stack stays when the stack goes down, since a container of somebody else is on it.</summary>
public sealed class NetInUseOnDown : Fault
{
    public override string Id => "net-in-use-on-down";

    public override string Title => "A network stays when the stack goes down, since somebody else is on it";

    public override Needs Needs => Needs.Model | Needs.Neighbours | Needs.Containers;

    public override string Page => """
        The stack is down and a network of it is still there: a container that is not of this stack is on it, so the engine does not remove
        it.

        ## What we look at
        The networks of the stack while it has no container, and the containers of others that are on them.

        ## Why it happens
        A container of another project, or one that was started by hand, was connected to the network, as proxies and debuggers are.

        ## What mends it
        Nothing has to be mended: the next start takes the network as it is. To be rid of it, take the other container off it, or stop
        it. Hale never touches a container of another project.

        ## When it is not this
        A network that stays while containers of the stack do is as it should be.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours) || !evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown ?? evidence.Containers.Unknown);
        }

        return containers.Containers.Count > 0
            ? Diagnosis.Absent
            : Diagnosis.Present(
            [
                .. from network in stack.Networks
                   where !network.External && neighbours.Networks.Any(one => one.Name == network.Name && one.Project == stack.Name)
                   let guest = neighbours.Containers.FirstOrDefault(one => one.Running && one.Networks.Contains(network.Name))
                   where guest is not null
                   select new Finding(Id, network.Key, $"the stack is down, and its network {network.Name} stays, since {guest.Name} is on it")
                   {
                       OnlyWarns = true,
                       Facts = new Dictionary<string, string> { ["name"] = network.Name, ["guest"] = guest.Name },
                   },
            ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker network disconnect {finding.Facts["name"]} {finding.Facts["guest"]}", "hale down");
}
