using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A fault that the files of a Poetry project show, whatever Poetry says of them.</summary>
public abstract class PoetryFile : Fault
{
    public override Needs Needs => Needs.Poetry;

    /// <summary>The finding; null when the project is well in this.</summary>
    private protected abstract Finding? Find(PoetryProject project, PoetryFacts poetry);

    public override Diagnosis Detect(Evidence evidence) => evidence.Poetry.Has(out var poetry)
        ? Diagnosis.Present([.. poetry.Projects.Select(project => Find(project, poetry)).OfType<Finding>()])
        : Diagnosis.CannotTell(evidence.Poetry.Unknown);
}
