using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The docker command is not installed.</summary>
public sealed class DockerCliMissing : PartFault
{
    public override string Id => "docker-cli-missing";

    public override string Title => "The docker command is not installed";

    public override IReadOnlyList<string> Causes => ["docker-engine-missing", "compose-plugin-missing", "buildx-missing"];

    public override string Page => """
        There is no `docker` program on `PATH`, and Compose and buildx are parts of it.

        ## What we look at
        The folders of `PATH`.

        ## Why it happens
        Docker was never installed, or the shell that started Hale has another `PATH` than the one it was installed for.

        ## What mends it
        The packages are installed: the distribution's own if they are new enough, else Docker's if its repository answers, else those of
        a newer suite that is pinned at low priority. This changes the machine, so Hale asks first (`--yes` consents), and says how to
        take it back. Where Hale installs nothing, it prints the commands.

        ## When it is not this
        A `docker` that is there and finds no engine is `docker-daemon-down`, `docker-engine-missing` or `docker-context-wrong`.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools.Cli is null ? "there is no docker command on PATH" : null;
}
