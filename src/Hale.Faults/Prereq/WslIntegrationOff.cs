using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker Desktop does not run, or its integration is off for this distribution.</summary>
public sealed class WslIntegrationOff : Fault
{
    public override string Id => "wsl-integration-off";

    public override string Title => "Docker Desktop does not serve this WSL distribution";

    public override IReadOnlyList<string> Causes => ["docker-cli-missing", "compose-plugin-missing", "buildx-missing", "docker-daemon-down", "docker-engine-missing"];

    public override string Page => """
        Inside the Windows Subsystem for Linux, `docker` is only a stub that says that it could not be found in this distribution.

        ## What we look at
        What `docker --version` answers.

        ## Why it happens
        Docker Desktop is not running, its integration is off for this distribution, or the distribution is one of WSL 1.

        ## What mends it
        Docker Desktop is started, or the distribution is switched on under Settings, Resources, WSL integration.

        ## When it is not this
        Without any `docker` on `PATH` it is `docker-cli-missing`.
        """;

    public override Needs Needs => Needs.Tools;

    public override Diagnosis Detect(Evidence evidence) => !evidence.Tools.Has(out var tools)
        ? Diagnosis.CannotTell(evidence.Tools.Unknown)
        : tools.IsWslStub
            ? Diagnosis.Present(new Finding(Id, "machine", "docker is only Docker Desktop's stub: it does not run, or its integration is off for this distribution"))
            : Diagnosis.Absent;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "start Docker Desktop, then switch this distribution on under Settings, Resources, WSL integration",
        "in PowerShell, to see whether it is one of WSL 2: wsl -l -v");
}
