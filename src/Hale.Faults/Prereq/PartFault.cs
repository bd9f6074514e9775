using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A part of Docker that is missing or too old on this machine and can be installed.</summary>
public abstract class PartFault : Fault
{
    public override Needs Needs => Needs.Machine | Needs.Tools | Needs.Engine;

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

        if (Says(tools, engine) is not { } says)
        {
            return Diagnosis.Absent;
        }

        return evidence.Machine.Has(out var machine)
            ? Diagnosis.Present(Missing.FindingOf(Id, says, machine, tools, engine))
            : Diagnosis.CannotTell(evidence.Machine.Unknown);
    }

    public override Remedy Mend(Finding finding) => Missing.RemedyOf(finding);

    /// <summary>What is wrong, in one sentence; null when nothing is.</summary>
    protected abstract string? Says(ToolFacts tools, EngineFacts engine);
}
