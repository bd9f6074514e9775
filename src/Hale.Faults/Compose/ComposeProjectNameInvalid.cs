using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>The project's name has letters that Compose does not take.</summary>
public sealed partial class ComposeProjectNameInvalid : RefusalFault
{
    public override string Id => "compose-project-name-invalid";

    public override string Title => "The project's name has letters that Compose does not take";

    public override string Page => """
        A project's name may hold lower-case letters, digits, hyphens and underscores, and begins with a letter or digit. Compose refuses
        any other one.

        ## What we look at
        Compose's refusal, which names it.

        ## Why it happens
        `-p`, `COMPOSE_PROJECT_NAME` in the shell or in `.env`, or `name:` in the Compose file holds a capital or a space. A folder's name
        is made to fit by Compose itself.

        ## What mends it
        A name that fits, at the place where it was set. The name decides which containers and volumes are the project's, so Hale does not
        choose it.

        ## When it is not this
        A service's name that Compose refuses is another matter.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var name = message.Groups["name"].Value;
        var fit = Others().Replace(name.ToLowerInvariant(), "-").Trim('-', '_');
        return new($"the project's name '{name}' is none that Compose takes", $"COMPOSE_PROJECT_NAME={(fit.Length > 0 ? fit : "app")}, where it is set now: in the shell, in .env, or as name: in the Compose file");
    }

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex Others();

    // invalid project name "My App": must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number
    [GeneratedRegex("""invalid project name "(?<name>[^"]*)": must consist only of lowercase""")]
    private static partial Regex Said();
}
