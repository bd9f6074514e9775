using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>The Compose file is not YAML.</summary>
public sealed partial class ComposeYamlSyntax : RefusalFault
{
    public override string Id => "compose-yaml-syntax";

    public override string Title => "The Compose file is not YAML";

    public override string Page => """
        The Compose file cannot be read as YAML at all.

        ## What we look at
        Compose's refusal, and the line at which a second reading of the file stops: Compose may name the beginning of the block around it.

        ## Why it happens
        An indentation slipped, or a value with `: ` or `#` in it is not in quotes.

        ## What mends it
        The line that is named, or the one before it, is corrected.

        ## When it is not this
        A tab is `compose-yaml-tab`; marks of a merge are `compose-merge-markers`; YAML that Compose does not accept names a setting.
        """;

    public override Needs Needs => Needs.Model | Needs.Project;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        return evidence.Project.Known is { MergeMarkers: [_, ..] } or { TabIndents: [_, ..] }
            ? null
            : new($"{Place(refusal)} is not YAML: {message.Groups["why"].Value}", $"look at the indentation there, and at values with ': ' or '#' that are not in quotes: {Place(refusal)}");
    }

    // yaml: line 3: mapping values are not allowed in this context
    [GeneratedRegex("""^(?:failed to parse .*?)?yaml: (?:line \d+: )?(?<why>(?!unmarshal errors).+)""")]
    private static partial Regex Said();
}
