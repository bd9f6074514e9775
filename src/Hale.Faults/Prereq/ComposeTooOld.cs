using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker Compose is too old.</summary>
public sealed class ComposeTooOld : PartFault
{
    public override string Id => "compose-too-old";

    public override string Title => "Docker Compose is too old";

    public override string Page => """
        Hale needs Compose 2.24 or later: older ones do not merge with `!override`, so that a port could not be moved.

        ## What we look at
        What `docker compose version --short` answers.

        ## Why it happens
        Long-lived distributions keep the version that they were published with.

        ## What mends it
        The packages are installed: the distribution's own if they are new enough, else Docker's if its repository answers, else those of
        a newer suite that is pinned at low priority. This changes the machine, so Hale asks first (`--yes` consents), and says how to
        take it back. Where Hale installs nothing, it prints the commands.

        ## When it is not this
        No Compose at all is `compose-plugin-missing`.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools.Compose is { } compose && !Requirements.Meets(compose, Requirements.Compose)
            ? $"Docker Compose is {compose}, and Hale needs {Requirements.Compose} or later"
            : null;
}
