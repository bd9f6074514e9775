using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>No engine answers, and no daemon is installed that could be started.</summary>
public sealed class DockerEngineMissing : Fault
{
    public override string Id => "docker-engine-missing";

    public override string Title => "Docker is not installed on this machine";

    public override Needs Needs => Needs.Machine | Needs.Tools | Needs.Engine;

    public override string Page => """
        No engine answers where the Docker context says it is, and there is no daemon here to start.

        ## What we look at
        Whether an engine answers, whether `dockerd` is installed, and which package sources of this machine can give Docker.

        ## Why it happens
        Docker was never installed, or only its command line was.

        ## What mends it
        Packages of the distribution where they are new enough, else of Docker's repository, else of a newer suite pinned at low
        priority. This changes the machine, so Hale asks first (`--yes` consents); the journal holds the command that takes it back.
        Where Hale cannot install, it prints the exact command.

        ## When it is not this
        A daemon that is installed and does not run is `docker-daemon-down`. An engine on another machine is a matter of the context.
        """;

    public override IReadOnlyList<string> Causes => ["docker-cli-missing", "compose-plugin-missing", "compose-too-old", "buildx-missing"];

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        if (engine.Refusal is not EngineRefusal.NotRunning || engine.AnswersInstead is not null || !engine.Endpoint.StartsWith("unix:", StringComparison.Ordinal))
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Tools.Has(out var tools))
        {
            return Diagnosis.CannotTell(evidence.Tools.Unknown);
        }

        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return tools.Dockerd
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "machine", $"no engine answers at {engine.Endpoint} ({engine.RefusalText}), and no Docker daemon is installed")
            {
                Facts = DockerParts.FactsOf(machine, MissingOf),
            });

        IEnumerable<string> MissingOf(DockerPackages packages)
        {
            yield return packages.Engine;
            yield return packages.Cli;
            yield return packages.Compose;
            yield return packages.Buildx;
        }
    }

    public override Remedy Mend(Finding finding) => DockerParts.Mend(finding);
}
