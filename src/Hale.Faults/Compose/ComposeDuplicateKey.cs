using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A key stands twice in the Compose file.</summary>
public sealed partial class ComposeDuplicateKey : RefusalFault
{
    public override string Id => "compose-duplicate-key";

    public override string Title => "A key stands twice in the Compose file";

    public override string Page => """
        The same key stands twice in one mapping of the Compose file, so that one of the two would be lost.

        ## What we look at
        Compose's refusal, which names the key and both lines.

        ## Why it happens
        Two changes were merged, or a block was copied and not adapted. Compose before 2.23 took the last one without a word.

        ## What mends it
        One of the two is removed, or both are put together. No tool can know which one was meant.

        ## When it is not this
        The same service in two Compose files is no fault: the later file changes the earlier.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (key, first, second) = (message.Groups["key"].Value, message.Groups["first"].Value, message.Groups["second"].Value);
        var file = refusal.File ?? "the Compose file";
        return new($"{file}: '{key}' stands twice, on line {first} and on line {second}", $"remove '{key}' on line {first} or on line {second} of {file}, or put both together");
    }

    // yaml: unmarshal errors: line 4: mapping key "image" already defined at line 3
    [GeneratedRegex("""line (?<second>\d+): mapping key "(?<key>[^"]+)" already defined at line (?<first>\d+)""")]
    private static partial Regex Said();
}
