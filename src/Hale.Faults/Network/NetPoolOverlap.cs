using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Network;

/// <summary>A network of the stack asks for addresses that another network of the engine has.</summary>
public sealed class NetPoolOverlap : Fault
{
    public override string Id => "net-pool-overlap";

    public override string Title => "A network asks for addresses that another network has";

    public override Needs Needs => Needs.Model | Needs.Neighbours;

    public override string Page => """
        The Compose file gives a network a fixed address range, and a network of another project already has addresses in it. The engine
        refuses to make the network, and Compose creates nothing.

        ## What we look at
        The address ranges that the resolved Compose model asks for, against those of all networks of the engine.

        ## Why it happens
        Another checkout of the project, or another project with the same range, is up, or was and left its network behind.

        ## What mends it
        Another range in the Compose file, or none, so that the engine chooses; or the other network is removed, where nothing uses it.
        The overlay cannot change a network, and Hale never removes one of another project.

        ## When it is not this
        Where no range is asked for and the engine has none left, it is `net-pool-exhausted`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        // A network that is there keeps its range, whatever the file says now.
        return Diagnosis.Present(
        [
            .. from network in stack.Networks
               where !network.External && neighbours.Networks.All(one => one.Name != network.Name)
               from wanted in network.Subnets
               let range = Cidr.Read(wanted)
               where range is not null
               let other = neighbours.Networks.FirstOrDefault(one => one.Subnets.Any(subnet => Cidr.Read(subnet) is { } held && held.Overlaps(range.Value)))
               where other is not null
               select FindingOf(network, wanted, range.Value, other, neighbours),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts["free"] is { Length: > 0 } free
            ? $"write {free} in place of {finding.Facts["wanted"]} for the network '{finding.Subject}' in the Compose file, or leave its ipam out"
            : $"leave the ipam of the network '{finding.Subject}' out of the Compose file",
        $"or, if nothing uses it any more: docker network rm {finding.Facts["other"]}");

    private Finding FindingOf(StackNetwork network, string wanted, Cidr range, EngineNetwork other, NeighbourFacts neighbours) =>
        new(Id, network.Key, $"the network '{network.Key}' asks for {wanted}, and the network {other.Name}{(other.Project is { } project ? $" of the project '{project}'" : "")} has {string.Join(", ", other.Subnets)}")
        {
            Facts = new Dictionary<string, string> { ["wanted"] = wanted, ["other"] = other.Name, ["free"] = Free(range, neighbours) },
        };

    // The next range of the same size that no network of the engine has, within the same 16 bits.
    private static string Free(Cidr range, NeighbourFacts neighbours)
    {
        var taken = neighbours.Networks.SelectMany(one => one.Subnets).Select(Cidr.Read).OfType<Cidr>().ToList();
        var size = range.Last - range.First + 1;
        for (var first = range.First + size; size is > 0 and <= 1 << 16 && first >> 16 == range.First >> 16; first += size)
        {
            var next = new Cidr(first, first + size - 1);
            if (!taken.Exists(next.Overlaps))
            {
                return next.ToString();
            }
        }

        return "";
    }
}
