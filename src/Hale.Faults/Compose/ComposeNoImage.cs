using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A service has neither an image nor a build.</summary>
public sealed partial class ComposeNoImage : RefusalFault
{
    public override string Id => "compose-no-image";

    public override string Title => "A service has neither an image nor a build";

    public override string Page => """
        A service says nothing about where its image comes from.

        ## What we look at
        Compose's refusal, which names the service.

        ## Why it happens
        The file that is read only adds to another one, which is not read; or the line was forgotten.

        ## What mends it
        `image:` or `build:` is added, or the other file is named too.

        ## When it is not this
        An image that is named and cannot be had is a fault of its registry.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var service = message.Groups["service"].Value;
        return new($"'{service}' has neither image nor build ({Place(refusal)})", $"add image: or build: to '{service}' in {Place(refusal)}", "or name the file that has it, too: hale -f compose.yaml -f FILE docker");
    }

    // service "a" has neither an image nor a build context specified: invalid compose project
    [GeneratedRegex("""service "(?<service>[^"]+)" has neither an image nor a build context""")]
    private static partial Regex Said();
}
