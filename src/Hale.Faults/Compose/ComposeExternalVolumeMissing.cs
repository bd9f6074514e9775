using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A volume that the Compose file calls external does not exist.</summary>
public sealed class ComposeExternalVolumeMissing : ExternalFault
{
    public override string Id => "compose-external-volume-missing";

    public override string Title => "A volume that is expected to be there does not exist";

    public override string Page => """
        The Compose file calls a volume external: it is to be there before, and Compose never makes it. The engine has no volume of that
        name.

        ## What we look at
        The external volumes of the resolved Compose model, against those of the engine.

        ## Why it happens
        It was never made on this machine, or was pruned. Or the name lacks the prefix of the project that made it: Compose calls the
        volume `data` of the project `shop` `shop_data`.

        ## What mends it
        Where no volume has nearly the same name, an empty one is created, after asking; `docker volume rm` takes it back and refuses
        while something uses it. Data that you expect in it has to come from elsewhere.

        ## When it is not this
        A volume that no file declares is `compose-undefined-network-volume`.
        """;

    private protected override string Kind => "volume";

    private protected override IEnumerable<(string Key, string Name)> Expected(Stack stack) => stack.Volumes.Where(volume => volume.External).Select(volume => (volume.Key, volume.Name));

    private protected override IReadOnlyList<string>? There(NeighbourFacts neighbours) => neighbours.Volumes?.Select(volume => volume.Name).ToList();
}
