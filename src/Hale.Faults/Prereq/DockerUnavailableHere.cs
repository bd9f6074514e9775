using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker is missing, and nothing that Hale may do brings it here.</summary>
public sealed class DockerUnavailableHere : Fault
{
    public override string Id => "docker-unavailable-here";

    public override string Title => "Docker cannot be had on this machine";

    public override Needs Needs => Needs.Machine | Needs.Tools | Needs.Engine;

    public override IReadOnlyList<string> Causes =>
        ["docker-cli-missing", "docker-engine-missing", "compose-plugin-missing", "compose-too-old", "buildx-missing"];

    public override string Page => """
        Docker, or a part of it, is missing, and no source of packages that answers offers it, or nothing may be installed here.

        ## What we look at
        The distribution's packages, Docker's repository, the next suite of the distribution, and whether this user may install.

        ## Why it happens
        The machine is cut off from the networks that packages come from, or is one where only an administrator installs.

        ## What mends it
        An administrator, or a network. Until then `hale poetry` brings a Python project up without Docker.

        ## When it is not this
        Where a source offers Docker and it may be installed, the missing part is named: `docker-cli-missing`,
        `docker-engine-missing`, `compose-plugin-missing`, `compose-too-old` or `buildx-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Tools.Has(out var tools))
        {
            return Diagnosis.CannotTell(evidence.Tools.Unknown);
        }

        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return Lacks(tools, engine) && Missing.UsesApt(machine) && Hindrance(machine) is { } hindrance
            ? Diagnosis.Present(new Finding(Id, "machine", $"Docker is not all here, and {hindrance}")
            {
                Facts = new Dictionary<string, string> { ["advice"] = machine.Offers.Count > 0 ? Missing.ByHand(machine) : "" },
            })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
    [
        .. finding.Facts.GetValueOrDefault("advice") is { Length: > 0 } command ? [$"as an administrator: {command}"] : Array.Empty<string>(),
        "hale poetry",
    ]);

    // An engine that is too old, and one that another context names, are told for themselves.
    private static bool Lacks(ToolFacts tools, EngineFacts engine) =>
        tools.Cli is null || tools.Buildx is null || tools.Compose is not { } compose || !Requirements.Meets(compose, Requirements.Compose)
        || (engine.Refusal is EngineRefusal.NotRunning && EnginePlace.IsUsual(engine) && engine.AnswersInstead is null && !tools.Dockerd);

    private static string? Hindrance(MachineFacts machine) => machine switch
    {
        { Offers: [] } => "no source of packages that answers offers it",
        { MayInstall: false } => "this user may not install packages",
        _ => null,
    };
}
