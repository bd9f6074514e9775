using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The Compose plugin is older than Hale can work with.</summary>
public sealed class ComposeTooOld : Fault
{
    public override string Id => "compose-too-old";

    public override string Title => "Docker Compose is older than 2.24";

    public override Needs Needs => Needs.Machine | Needs.Tools;

    public override string Page => """
        Hale asks Compose for its canonical model and for created containers in ways that Compose has had since 2.24.

        ## What we look at
        The version that `docker compose version` prints.

        ## Why it happens
        An old package, or Compose 1 under the new name.

        ## What mends it
        Packages of the distribution where they are new enough, else of Docker's repository, else of a newer suite pinned at low
        priority. This changes the machine, so Hale asks first (`--yes` consents); the journal holds the command that takes it back.
        Where Hale cannot install, it prints the exact command.

        ## When it is not this
        No Compose at all is `compose-plugin-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Tools.Has(out var tools))
        {
            return Diagnosis.CannotTell(evidence.Tools.Unknown);
        }

        if (tools.Compose is not { } version || !Version.TryParse(version, out var have) || have >= new Version(2, 24))
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return Diagnosis.Present(new Finding(Id, "machine", $"Docker Compose {version} is installed, and Hale needs 2.24 or later")
        {
            Facts = DockerParts.FactsOf(machine, packages => [packages.Compose]),
        });
    }

    public override Remedy Mend(Finding finding) => DockerParts.Mend(finding);
}
