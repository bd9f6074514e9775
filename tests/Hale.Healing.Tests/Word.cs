using Hale.Kernel.Faults;

namespace Hale.Healing.Tests;

/// <summary>A fault that is seen while its name is among the wrong things.</summary>
internal sealed class Word(string id, params Act[] acts) : Fault
{
    public override string Id => id;

    public override string Title => id;

    public override string Page => id;

    public override Needs Needs => Needs.Project;

    /// <summary>What it says when it is seen; its name where nothing else is given.</summary>
    public string? Cause { get; init; }

    public IReadOnlyList<string> CausesOthers { get; init; } = [];

    public override IReadOnlyList<string> Causes => CausesOthers;

    public override Diagnosis Detect(Evidence evidence) => !evidence.Project.Has(out var facts)
        ? Diagnosis.CannotTell(evidence.Project.Unknown)
        : facts.ComposeFiles.Contains(id) ? Diagnosis.Present(new Finding(id, "project", Cause ?? id)) : Diagnosis.Absent;

    public override Remedy Mend(Finding finding) => new() { Acts = acts, Advice = [$"mend {id} by hand"] };
}
