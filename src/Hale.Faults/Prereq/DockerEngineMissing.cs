using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>No Docker engine is installed.</summary>
public sealed class DockerEngineMissing : PartFault
{
    public override string Id => "docker-engine-missing";

    public override string Title => "No Docker engine is installed";

    public override IReadOnlyList<string> Causes => ["compose-plugin-missing", "buildx-missing", "compose-too-old"];

    public override string Page => """
        The `docker` command is here, but nothing that it could speak to: no engine answers, and no `dockerd` is installed.

        ## What we look at
        The socket of the Docker context, other usual sockets, and whether a program `dockerd` is there.

        ## Why it happens
        Only the command line was installed, as on build machines, or Docker Desktop was removed.

        ## What mends it
        The packages are installed: the distribution's own if they are new enough, else Docker's if its repository answers, else those of
        a newer suite that is pinned at low priority. This changes the machine, so Hale asks first (`--yes` consents), and says how to
        take it back. Where Hale installs nothing, it prints the commands.
        The daemon is started next.

        ## When it is not this
        An engine that is installed and does not run is `docker-daemon-down`. A context or a `DOCKER_HOST` that names another place is
        `docker-context-wrong` or `docker-host-env-override`.
        """;

    protected override string? Says(ToolFacts tools, EngineFacts engine) =>
        tools.Cli is not null && !tools.Dockerd && EnginePlace.IsUsual(engine) && engine is { Refusal: EngineRefusal.NotRunning, AnswersInstead: null }
            ? $"no engine answers at {engine.Endpoint} ({engine.RefusalText}), and no dockerd is installed"
            : null;
}
