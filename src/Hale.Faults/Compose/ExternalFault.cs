using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A fault of something that the project expects somebody else to have made, and that the engine does not have.</summary>
public abstract class ExternalFault : Fault
{
    private const string Key = "key";
    private const string Like = "like";

    public override Needs Needs => Needs.Model | Needs.Neighbours;

    /// <summary><c>network</c> or <c>volume</c>.</summary>
    private protected abstract string Kind { get; }

    /// <summary>What the stack expects to be there: its name in the Compose file and in the engine.</summary>
    private protected abstract IEnumerable<(string Key, string Name)> Expected(Stack stack);

    /// <summary>The names of what the engine has; null where nobody looked.</summary>
    private protected abstract IReadOnlyList<string>? There(NeighbourFacts neighbours);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        return There(neighbours) is not { } there
            ? Diagnosis.Absent
            : Diagnosis.Present([.. Expected(stack).Where(wanted => !there.Contains(wanted.Name)).Select(wanted => FindingOf(wanted.Key, wanted.Name, there))]);
    }

    public override Remedy Mend(Finding finding) => finding.Facts[Like] is { Length: > 0 } like
        ? Remedy.ByHand($"in the Compose file: {Kind}s: {{{finding.Facts[Key]}: {{external: true, name: {like}}}}}", $"or, if it is to be another one: docker {Kind} create {finding.Subject}")
        : new()
        {
            Acts = [new CreateExternal(Kind, finding.Subject, finding.Says)],
            Advice = [$"docker {Kind} create {finding.Subject}"],
        };

    private Finding FindingOf(string key, string name, IReadOnlyList<string> there)
    {
        // Compose puts its project's name in front of what it makes, which whoever expects it often leaves out.
        var like = there.Where(other => other.EndsWith($"_{name}", StringComparison.Ordinal)).ToList() is [var only] ? only : "";
        return new Finding(Id, name, $"the Compose file expects the {Kind} {name} to be there already, and the engine has none of that name{(like.Length > 0 ? $"; it has {like}" : "")}")
        {
            Service = Finding.WholeStack,
            Facts = new Dictionary<string, string> { [Key] = key, [Like] = like },
        };
    }
}
