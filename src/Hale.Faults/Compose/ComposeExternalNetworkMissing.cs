using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A network that the Compose file calls external does not exist.</summary>
public sealed class ComposeExternalNetworkMissing : ExternalFault
{
    public override string Id => "compose-external-network-missing";

    public override string Title => "A network that is expected to be there does not exist";

    public override string Page => """
        The Compose file calls a network external: somebody else makes it. The engine has no network of that name, and Compose makes no
        container that is to be on it.

        ## What we look at
        The external networks of the resolved Compose model, against those of the engine.

        ## Why it happens
        The project that makes it, often a proxy, is not up, or was never up on this machine. Or the name lacks the other project's
        prefix: Compose calls the network `proxy` of the project `edge` `edge_proxy`.

        ## What mends it
        Where no network has nearly the same name, an empty one is created, after asking. It is of no project, so it stays when either
        goes down; `docker network rm` takes it back and refuses while something is on it. Until the other project is up, nobody else is
        on it.

        ## When it is not this
        A network that a container remembers by a long number is `net-stale-id`; one that no file declares is
        `compose-undefined-network-volume`.
        """;

    private protected override string Kind => "network";

    private protected override IEnumerable<(string Key, string Name)> Expected(Stack stack) => stack.Networks.Where(network => network.External).Select(network => (network.Key, network.Name));

    private protected override IReadOnlyList<string> There(NeighbourFacts neighbours) => [.. neighbours.Networks.Select(network => network.Name)];
}
