using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>A variable that the Compose file requires is not set.</summary>
public sealed partial class EnvRequiredUnset : RefusalFault
{
    public override string Id => "env-required-unset";

    public override string Title => "A variable that the Compose file requires is not set";

    public override string Page => """
        The Compose file says `${NAME:?…}`: without that variable it is not to be used.

        ## What we look at
        Compose's refusal, which names the variable, the setting that uses it, and the message that its author left.

        ## Why it happens
        The line is missing in `.env`, or it is there without a value.

        ## What mends it
        A line `NAME=value` in `.env`. Where the template of `.env` has the variable, `env-key-drift` adds it.

        ## When it is not this
        A plain `${NAME}` that is not set is no refusal: Compose warns and takes an empty value, which is `env-unset-blank`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var name = message.Groups["name"].Value;
        var hint = message.Groups["hint"].Value;
        return new($"{name} is not set, and {Place(refusal)} requires it{(hint.Length > 0 ? $": {hint}" : "")}", $"add a line to .env beside the Compose file: {name}=VALUE");
    }

    // error while interpolating services.a.image: required variable TAG is missing a value: set it
    [GeneratedRegex("""variable (?<name>\w+) is missing a value(?:: (?<hint>.+))?""")]
    private static partial Regex Said();
}
