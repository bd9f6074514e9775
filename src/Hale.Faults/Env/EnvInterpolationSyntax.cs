using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>A <c>${…}</c> in the Compose file cannot be read.</summary>
public sealed partial class EnvInterpolationSyntax : RefusalFault
{
    public override string Id => "env-interpolation-syntax";

    public override string Title => "A ${…} in the Compose file cannot be read";

    public override string Page => """
        Compose replaces `${NAME}` in the file, and one of them is not of a form that it knows.

        ## What we look at
        Compose's refusal, which names the setting, and the line where that stands.

        ## Why it happens
        A blank in the name, a brace that is not closed, or a form that only a shell knows, such as `${NAME%.*}`. A `$` that is meant as
        itself has to be written twice.

        ## What mends it
        The expression is corrected, or its `$` doubled.

        ## When it is not this
        A form that Compose knows, of a variable that is not set, is `env-unset-blank` or `env-required-unset`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var value = message.Groups["value"].Value;
        return new($"{Place(refusal)}: '{message.Groups["path"].Value}' holds a ${{…}} that Compose cannot read{(value.Length > 0 ? $": {value}" : "")}",
            $"write it as ${{NAME}}, ${{NAME:-default}} or ${{NAME:?message}} in {Place(refusal)}",
            "or, when the $ is meant as itself, write $$");
    }

    // invalid interpolation format for services.a.image. You may need to escape any $ with another $. x:${DB PASS}
    [GeneratedRegex("""^invalid interpolation format for (?<path>\S+?)\.?(?:\s.*\$\. (?<value>.*))?$""")]
    private static partial Regex Said();
}
