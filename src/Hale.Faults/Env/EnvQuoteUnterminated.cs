using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>A quote in an environment file is never closed.</summary>
public sealed partial class EnvQuoteUnterminated : RefusalFault
{
    public override string Id => "env-quote-unterminated";

    public override string Title => "A quote in an environment file is never closed";

    // Everything behind the quote is taken for its value.
    public override IReadOnlyList<string> Causes => ["env-key-drift", "env-unset-blank"];

    public override string Page => """
        A value in an environment file begins with a quote that no other one ends, so the rest of the file would belong to it.

        ## What we look at
        Compose's refusal, which names the file, a line near its end, and how the value begins.

        ## Why it happens
        A quote was forgotten, or the value holds one of the same kind.

        ## What mends it
        The quote is closed on the line where the value begins. The line that Compose names is often the last of the file.

        ## When it is not this
        A line that is no assignment at all is `env-line-not-assignment`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var file = message.Groups["file"].Value;
        return new($"{file}: a quote is opened and never closed, up to line {message.Groups["line"].Value}",
            $"close the quote of the value in {file}; this lists the lines with an odd number of quotes:",
            $"grep -nE \"^[^\\\"]*(\\\"[^\\\"]*\\\"[^\\\"]*)*\\\"[^\\\"]*$\" {file}");
    }

    // failed to read /src/.env: line 3: unterminated quoted value "one
    [GeneratedRegex("""failed to read (?<file>.+?): line (?<line>\d+): unterminated quoted value""")]
    private static partial Regex Said();
}
