using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Shapes;

/// <summary>A fault that Compose's refusal of the project's files shows.</summary>
public abstract class RefusalFault : Fault
{
    private const string Advice = "advice";

    public override Needs Needs => Needs.Model;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    /// <summary>The refusal that shows it.</summary>
    private protected abstract Regex Message { get; }

    /// <summary>What is wrong and what a person does about it; null when the rest says that it is something else.</summary>
    private protected abstract Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (model.Refusal is not { } refusal || Message.Match(refusal.Message) is not { Success: true } message)
        {
            return Diagnosis.Absent;
        }

        // A refusal that the other readings are to judge is judged only when they are there.
        return Read(message, refusal, evidence) is { } refused
            ? Diagnosis.Present(new Finding(Id, refusal.File ?? "project", refused.Says)
            {
                Facts = new Dictionary<string, string>(refused.Facts) { [Advice] = string.Join('\n', refused.Advice) },
            })
            : NothingFound.In(evidence, Needs);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand([.. finding.Facts[Advice].Split('\n')]);

    /// <summary>The place that Compose means, as file and line; the Compose file in general when it cannot be told.</summary>
    internal static string Place(ComposeRefusal refusal) => refusal switch
    {
        { File: { } file, Line: { } line } => $"{file} line {line.ToString(CultureInfo.InvariantCulture)}",
        { File: { } file } => file,
        _ => "the Compose file",
    };
}

/// <summary>What a refusal comes to.</summary>
/// <param name="Says">The cause in one plain sentence.</param>
/// <param name="Advice">What a person does about it, one line each.</param>
internal sealed record Refused(string Says, params IReadOnlyList<string> Advice)
{
    /// <summary>What the remedy needs to know beyond that, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
