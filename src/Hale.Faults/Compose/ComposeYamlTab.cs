using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>The Compose file is indented with a tab.</summary>
public sealed partial class ComposeYamlTab : RefusalFault
{
    public override string Id => "compose-yaml-tab";

    public override string Title => "The Compose file is indented with a tab";

    public override string Page => """
        YAML knows blanks alone as indentation.

        ## What we look at
        The first line of each Compose file that begins with a tab, where Compose refuses the files as YAML.

        ## Why it happens
        An editor that was not told that the file is YAML.

        ## What mends it
        The tabs are replaced by blanks, as many as the lines around them tell.

        ## When it is not this
        Other YAML that cannot be read is `compose-yaml-syntax`.
        """;

    public override Needs Needs => Needs.Model | Needs.Project;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        if (evidence.Project.Known is not { TabIndents: [var first, ..], TabLines: var lines, MergeMarkers: [] })
        {
            return null;
        }

        var file = first[..first.LastIndexOf(" line ", StringComparison.Ordinal)];
        var mends = string.Join(' ', lines.Select(line => $"-e '{line.Line}s/^[[:blank:]]*/{new string(' ', line.Blanks)}/'"));
        return new($"{first} is indented with a tab, and YAML knows only blanks", $"sed -i {mends} {file}", $"then look at the result: git diff {file}");
    }

    // yaml: line 4: found a tab character that violates indentation
    [GeneratedRegex("""^(?:failed to parse .*?)?yaml:""")]
    private static partial Regex Said();
}
