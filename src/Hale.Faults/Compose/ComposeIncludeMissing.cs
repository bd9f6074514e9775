using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A Compose file that another one names is not there.</summary>
public sealed partial class ComposeIncludeMissing : RefusalFault
{
    public override string Id => "compose-include-missing";

    public override string Title => "A Compose file that another one names is not there";

    public override string Page => """
        The Compose file includes or extends another one, which is not there.

        ## What we look at
        Compose's refusal (exit code 14), which names the file, and the line that names it.

        ## Why it happens
        A submodule was not fetched, the file is made by a script that has not run, or it was moved.

        ## What mends it
        The file is fetched or the path corrected. Paths are relative to the file in which they stand.

        ## When it is not this
        No Compose file at all is `compose-file-missing`; a missing file of `env_file` is `env-file-missing`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var file = message.Groups["file"].Value;
        return refusal.Line is null ? null : new($"{Place(refusal)} names {file}, which is not there", "git submodule update --init", $"or correct the path in {Place(refusal)}");
    }

    // open /src/infra/compose.yaml: no such file or directory
    [GeneratedRegex("""^open (?<file>/\S+\.ya?ml): no such file or directory""")]
    private static partial Regex Said();
}
