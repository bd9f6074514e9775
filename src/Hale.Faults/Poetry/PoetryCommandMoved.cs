using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A command is given that this version of Poetry does not have.</summary>
public sealed partial class PoetryCommandMoved : PoetrySaid
{
    public override string Id => "poetry-command-moved";

    public override string Title => "A command is not one of this version of Poetry";

    public override string Page => """
        `poetry export` and `poetry shell` became plugins with Poetry 2.0; `poetry sync` came with it.

        ## What we look at
        Poetry's sentence, and which command it names.

        ## Why it happens
        The Dockerfile was written for another version of Poetry than the image installs.

        ## What mends it
        The plugin, the command that took its place, or a fixed version of Poetry in the image.

        ## When it is not this
        An option that this version does not have is `poetry-removed-flag`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        if (!talk.Command.Contains("poetry", StringComparison.Ordinal))
        {
            return null;
        }

        var command = line.Groups["command"].Value;
        return new($"this Poetry has no command '{command}'", command switch
        {
            "export" => "install the plugin beside Poetry: RUN pip install poetry-plugin-export",
            "shell" => "write `poetry run COMMAND` in place of `poetry shell`",
            "sync" => "write `poetry install --sync` in place of `poetry sync`, or install Poetry 2",
            _ => "fix the version of Poetry that the Dockerfile was written for: RUN pip install 'poetry<2'",
        });
    }

    // The requested command export does not exist.
    // The command "sync" does not exist.
    // Since Poetry (2.0.0), the shell command is not installed by default.
    [GeneratedRegex("""(?:The (?:requested )?command "?(?<command>[\w-]+)"? does not exist|Since Poetry \([\d.]+\), the (?<command>\w+) command is not installed)""")]
    private static partial Regex Said();
}
