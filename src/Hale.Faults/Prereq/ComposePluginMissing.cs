using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The Compose plugin is not installed.</summary>
public sealed class ComposePluginMissing : PartFault
{
    public override string Id => "compose-plugin-missing";

    public override string Title => "The Compose plugin is not installed";

    public override IReadOnlyList<string> Causes => ["buildx-missing"];

    public override string Page => """
        The `docker` command knows no `compose`, so no Compose file can be read.

        ## What we look at
        What `docker compose version` answers.

        ## Why it happens
        The plugin is a package of its own. A `docker-compose` program of the first generation is not it.

        ## What mends it
        The packages are installed: the distribution's own if they are new enough, else Docker's if its repository answers, else those of
        a newer suite that is pinned at low priority. This changes the machine, so Hale asks first (`--yes` consents), and says how to
        take it back. Where Hale installs nothing, it prints the commands.

        ## When it is not this
        A Compose that is there and older than 2.24 is `compose-too-old`.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools.Cli is not null && tools.Compose is null ? "docker compose is not there: the Compose plugin is not installed" : null;
}
