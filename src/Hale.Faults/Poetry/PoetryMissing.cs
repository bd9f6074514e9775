using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>Poetry is called where there is none.</summary>
public sealed partial class PoetryMissing : PoetrySaid
{
    public override string Id => "poetry-missing";

    public override string Title => "Poetry is not installed where it is called";

    public override IReadOnlyList<string> Causes => ["build-command-not-found", "image-command-not-found"];

    public override string Page => """
        A build step or a container's command calls `poetry`, and no program of that name is on its `PATH`.

        ## What we look at
        The shell's `poetry: not found` in the output of the step or of the container.

        ## Why it happens
        The image does not install Poetry, or installs it into another stage or with `pipx` into a folder that is not on `PATH`.

        ## What mends it
        Poetry is installed in the stage that calls it, before the step. Hale does not change a Dockerfile.

        ## When it is not this
        `No module named 'poetry'` from a launcher that is there is `poetry-self-broken`. Another program that is not there is `build-command-not-found`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        "Poetry is called and not installed there",
        "install it in that stage of the Dockerfile, before the step: RUN pip install poetry",
        "or, when it is installed with pipx, put it on the PATH: ENV PATH=/root/.local/bin:$PATH");

    // /bin/sh: 1: poetry: not found
    // /bin/bash: line 1: poetry: command not found
    [GeneratedRegex("""^(?:\S+: )?(?:(?:line )?\d+: )?poetry: (?:command )?not found""")]
    private static partial Regex Said();
}
