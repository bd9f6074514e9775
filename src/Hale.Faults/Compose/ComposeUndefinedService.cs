using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A service waits for one that does not exist.</summary>
public sealed partial class ComposeUndefinedService : RefusalFault
{
    public override string Id => "compose-undefined-service";

    public override string Title => "A service waits for one that does not exist";

    public override string Page => """
        `depends_on` names a service that no file of the project declares.

        ## What we look at
        Compose's refusal, which names both, and the line.

        ## Why it happens
        The service was renamed or removed, or stands in an override file that is not read.

        ## What mends it
        The name is corrected, or removed from `depends_on`, or the file that declares it is named with `-f`.

        ## When it is not this
        A service that is there and fails is told by its own fault.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (service, other) = (message.Groups["service"].Value, message.Groups["other"].Value);
        return new($"'{service}' waits for '{other}', and no service of that name is declared ({Place(refusal)})",
            $"correct or remove '{other}' under depends_on of '{service}' in {Place(refusal)}",
            $"or, when another file declares it: hale -f compose.yaml -f FILE docker");
    }

    // service "web" depends on undefined service "db": invalid compose project
    [GeneratedRegex("""service "(?<service>[^"]+)" depends on undefined service "?(?<other>[^":\s]+)"?""")]
    private static partial Regex Said();
}
