using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A <c>docker-compose</c> of the first generation is there, and no Compose plugin.</summary>
public sealed class ComposeV1Only : PartFault
{
    public override string Id => "compose-v1-only";

    public override string Title => "Only the first generation of Compose is there";

    public override IReadOnlyList<string> Causes => ["compose-plugin-missing", "buildx-missing"];

    public override string Page => """
        `docker-compose` 1.x is a program of its own that is no longer maintained. It does not read today's Compose files and stumbles over engines from 25 on.

        ## What we look at
        What `docker-compose --version` and `docker compose version` answer.

        ## Why it happens
        Older distributions have only that one under the name `docker-compose`.

        ## What mends it
        The Compose plugin is installed beside it, as for `compose-plugin-missing`: Hale asks first (`--yes` consents), and says how to take it back.

        ## When it is not this
        No Compose at all is `compose-plugin-missing`; a plugin older than 2.24 is `compose-too-old`.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools is { Cli: not null, Compose: null, ComposeFirst: { } first, BrokenPlugins: [] } ? $"only docker-compose {first} is there, of the first generation, and no Compose plugin" : null;
}
