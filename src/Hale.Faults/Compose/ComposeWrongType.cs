using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A setting in the Compose file has a value of the wrong kind.</summary>
public sealed partial class ComposeWrongType : RefusalFault
{
    public override string Id => "compose-wrong-type";

    public override string Title => "A setting in the Compose file has a value of the wrong kind";

    public override string Page => """
        Compose knows the setting and wants a list, a mapping, a text or a number where something else stands.

        ## What we look at
        Compose's refusal, which names the setting and the kind that it wants, and the line where it stands.

        ## Why it happens
        A single value where a list is wanted (`ports: "80:80"`), a number without its unit (`interval: 10`), or a key left without a value.

        ## What mends it
        The value is written as the kind that is named.

        ## When it is not this
        A key that Compose does not know at all is `compose-unknown-key`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (path, kind) = (message.Groups["path"].Value, message.Groups["kind"].Value);
        var key = path[(path.LastIndexOf('.') + 1)..];
        return new($"{Place(refusal)}: '{path}' is not what Compose wants{(kind.Length > 0 ? $": it must be a {kind}" : "")}",
            kind switch
            {
                "list" or "array" => $"write it as a list in {Place(refusal)}, such as: {key}: [\"…\"]",
                "mapping" => $"write it as a mapping in {Place(refusal)}: under '{key}:' each line is 'name: value', two blanks further in",
                "string" => $"put the value in quotes in {Place(refusal)}, and give a duration its unit, such as: {key}: \"10s\"",
                _ => $"change the value in {Place(refusal)}",
            });
    }

    // validating /src/compose.yaml: services.web.ports must be a list
    [GeneratedRegex("""^validating (?<file>.+?): (?<path>[A-Za-z]\S*) (?:must be (?:a |an )?(?<kind>.+)|.*[Ii]nvalid type)""")]
    private static partial Regex Said();
}
