using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A merge left its marks in the Compose file.</summary>
public sealed partial class ComposeMergeMarkers : RefusalFault
{
    public override string Id => "compose-merge-markers";

    public override string Title => "A merge left its marks in the Compose file";

    public override string Page => """
        Git could not put two changes together and left both in the file, between marks.

        ## What we look at
        Lines of the Compose files that begin with `<<<<<<<`, `=======` or `>>>>>>>`, where Compose refuses the files.

        ## Why it happens
        A merge or rebase was not finished.

        ## What mends it
        You choose between the two and remove the marks. No tool can choose.

        ## When it is not this
        YAML that cannot be read and holds no such lines is `compose-yaml-syntax`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        return evidence.Project.Known is { MergeMarkers: [var first, ..] }
            ? new($"{first} holds the marks of a merge", $"git diff --check", $"choose between the two sides at {first} and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")
            : null;
    }

    public override Needs Needs => Needs.Model | Needs.Project;

    // yaml: line 3: could not find expected ':'
    [GeneratedRegex("""^(?:failed to parse |yaml:)""")]
    private static partial Regex Said();
}
