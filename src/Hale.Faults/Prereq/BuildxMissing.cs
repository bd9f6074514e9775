using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The buildx plugin is not installed.</summary>
public sealed class BuildxMissing : PartFault
{
    public override string Id => "buildx-missing";

    public override string Title => "The buildx plugin is not installed";

    public override string Page => """
        Without buildx, Compose builds images with the old builder, which knows neither caches nor named base images.

        ## What we look at
        What `docker buildx version` answers.

        ## Why it happens
        The plugin is a package of its own, and the engine's package only recommends it.

        ## What mends it
        The packages are installed: the distribution's own if they are new enough, else Docker's if its repository answers, else those of
        a newer suite that is pinned at low priority. This changes the machine, so Hale asks first (`--yes` consents), and says how to
        take it back. Where Hale installs nothing, it prints the commands.

        ## When it is not this
        A build that fails though buildx is there has its cause in the build's own output.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools.Cli is not null && tools.Buildx is null ? "docker buildx is not there: the buildx plugin is not installed" : null;
}
