using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The docker command is not installed.</summary>
public sealed class DockerCliMissing : Fault
{
    public override string Id => "docker-cli-missing";

    public override string Title => "The docker command is not installed";

    public override Needs Needs => Needs.Machine | Needs.Tools;

    public override string Page => """
        This machine lacks the `docker` command.

        ## What we look at
        The answer of `docker --version`.

        ## Why it happens
        The part is a package of its own in most distributions, and was not installed with the rest.

        ## What mends it
        Packages of the distribution where they are new enough, else of Docker's repository, else of a newer suite pinned at low
        priority. This changes the machine, so Hale asks first (`--yes` consents); the journal holds the command that takes it back.
        Where Hale cannot install, it prints the exact command.

        ## When it is not this
        Where the engine is missing too, `docker-engine-missing` is the cause and brings this part along.
        """;

    public override IReadOnlyList<string> Causes => ["compose-plugin-missing", "buildx-missing"];

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Tools.Has(out var tools))
        {
            return Diagnosis.CannotTell(evidence.Tools.Unknown);
        }

        if (tools.Cli is not null)
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return Diagnosis.Present(new Finding(Id, "machine", "the docker command is not installed")
        {
            Facts = DockerParts.FactsOf(machine, packages => [packages.Cli]),
        });
    }

    public override Remedy Mend(Finding finding) => DockerParts.Mend(finding);
}
