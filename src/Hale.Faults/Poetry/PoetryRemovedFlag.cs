using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>An option is given that this version of Poetry does not have.</summary>
public sealed partial class PoetryRemovedFlag : PoetrySaid
{
    public override string Id => "poetry-removed-flag";

    public override string Title => "An option is not one of this version of Poetry";

    public override string Page => """
        Poetry ends with `The option "…" does not exist`. Options went with Poetry 2.0 and others came with it.

        ## What we look at
        Poetry's sentence, and which option it names.

        ## Why it happens
        The Dockerfile was written for another version of Poetry than the image installs, since it does not say which.

        ## What mends it
        The option that says the same in this version, or a fixed version of Poetry in the image.

        ## When it is not this
        A whole command that this version does not have is `poetry-command-moved`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        if (!talk.Command.Contains("poetry", StringComparison.Ordinal))
        {
            return null;
        }

        var option = line.Groups["option"].Value;
        return new($"this Poetry has no option {option}", option switch
        {
            "--no-dev" => "write --only main in place of --no-dev",
            "--no-update" => "leave --no-update out: from Poetry 2.0 on, `poetry lock` updates nothing by itself",
            "--check" => "write `poetry check --lock` in place of `poetry lock --check`",
            "--lock" => "write `poetry lock --check` in place of `poetry check --lock`, or install Poetry 2",
            "--regenerate" => "leave --regenerate out: before Poetry 2.0, `poetry lock` locks anew by itself",
            "--remove-untracked" => "write `poetry sync` or `poetry install --sync` in place of --remove-untracked",
            "--sync" => "write `poetry sync` in place of `poetry install --sync`",
            _ => "fix the version of Poetry that the Dockerfile was written for: RUN pip install 'poetry<2'",
        });
    }

    // The option "--no-dev" does not exist
    [GeneratedRegex("""The option "(?<option>--[\w-]+)" does not exist""")]
    private static partial Regex Said();
}
