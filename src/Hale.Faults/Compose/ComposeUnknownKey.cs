using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>Compose does not know a key of the Compose file.</summary>
public sealed partial class ComposeUnknownKey : RefusalFault
{
    public override string Id => "compose-unknown-key";

    public override string Title => "Compose does not know a key of the Compose file";

    public override string Page => """
        A key stands where Compose allows none of that name.

        ## What we look at
        Compose's refusal, which names the key and where it stands, and the keys that are known there.

        ## Why it happens
        The key is misspelt, or stands one level too high or too low.

        ## What mends it
        The key that was meant. Hale names the nearest one that is known there.

        ## When it is not this
        A key that a newer Compose knows is `compose-too-old-for-key`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (path, key) = (message.Groups["path"].Value, message.Groups["key"].Value);
        if (ComposeKeys.Since(key) is not null)
        {
            return null;
        }

        var where = path.Length > 0 ? $"under '{path}'" : "at the top level";
        return new($"{Place(refusal)}: Compose knows no '{key}' {where}",
            ComposeKeys.Nearest(path, key) is { } near
                ? $"write '{near}' in place of '{key}' in {Place(refusal)}"
                : $"remove '{key}' in {Place(refusal)}, or move it to where it belongs: https://docs.docker.com/reference/compose-file/");
    }

    // validating /src/compose.yaml: services.web Additional property restrat is not allowed
    [GeneratedRegex("""^validating (?<file>.+?): (?:\(root\)|(?<path>\S+)) [Aa]dditional propert(?:y|ies) ?(?<key>[^\s]+)? (?:is |are )?not allowed""")]
    private static partial Regex Said();
}
