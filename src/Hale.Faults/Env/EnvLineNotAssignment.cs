using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>A line of an environment file is not an assignment.</summary>
public sealed partial class EnvLineNotAssignment : RefusalFault
{
    public override string Id => "env-line-not-assignment";

    public override string Title => "A line of an environment file is not an assignment";

    public override string Page => """
        Compose reads one `NAME=VALUE` a line and found a line that is not one.

        ## What we look at
        Compose's refusal, which names the file and the line.

        ## Why it happens
        The `=` was forgotten, the name holds a blank, or a sentence was pasted without a `#` before it.

        ## What mends it
        The line is written as `NAME=VALUE`, or `#` put before it.

        ## When it is not this
        A file whose first line begins with unreadable bytes is `env-utf16`; a quote that is not closed is `env-quote-unterminated`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        if (message.Groups["nameless"].Success)
        {
            return new("a line of .env has nothing before its =, and a variable needs a name", "grep -n '^ *=' .env", "write it as NAME=VALUE, or put # before it");
        }

        return new($"{message.Groups["file"].Value} line {message.Groups["line"].Value} is not of the form NAME=VALUE",
            $"sed -n {message.Groups["line"].Value}p {message.Groups["file"].Value}",
            "write it as NAME=VALUE, or put # before it");
    }

    // failed to read /src/.env: line 2: key cannot contain a space
    // setenv: invalid argument
    [GeneratedRegex("""^(?<nameless>setenv: invalid argument)|failed to read (?<file>.+?): line (?<line>\d+): (?:key cannot contain a space|unexpected character "[ -~]")""")]
    private static partial Regex Said();
}
