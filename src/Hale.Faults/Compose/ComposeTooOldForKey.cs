using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A key of the Compose file is newer than this Compose.</summary>
public sealed partial class ComposeTooOldForKey : RefusalFault
{
    public override string Id => "compose-too-old-for-key";

    public override string Title => "A key of the Compose file is newer than this Compose";

    public override string Page => """
        The Compose file uses a key that came with a later Compose than the one that is installed.

        ## What we look at
        Compose's refusal, which names the key; the version that brought it; and the version that is here.

        ## Why it happens
        The project is worked on with Docker Desktop, which is newer than what the distribution holds.

        ## What mends it
        A newer Compose from Docker's repository, or the file without the key.

        ## When it is not this
        A key that no Compose knows is `compose-unknown-key`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var key = message.Groups["key"].Value;
        if (ComposeKeys.Since(key) is not { } since || (evidence.Tools.Known?.Compose is { } here && Requirements.Meets(here, since)))
        {
            return null;
        }

        return new($"{Place(refusal)}: '{key}' came with Compose {since}{(evidence.Tools.Known?.Compose is { } old ? $", and {old} is installed" : "")}",
            "install docker-compose-plugin from Docker's repository: https://docs.docker.com/compose/install/linux/",
            $"or remove '{key}' from {Place(refusal)}");
    }

    public override Needs Needs => Needs.Model | Needs.Tools;

    // validating /src/compose.yaml: services.web Additional property provider is not allowed
    [GeneratedRegex("""^validating (?<file>.+?): (?:\(root\)|(?<path>\S+)) [Aa]dditional propert(?:y|ies) ?(?<key>[^\s]+)? (?:is |are )?not allowed""")]
    private static partial Regex Said();
}
