using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault that the engine's or Compose's refusal shows: a container that could not be made or started.</summary>
public abstract class StartFault : Fault
{
    public override Needs Needs => Needs.Containers | Needs.Attempt;

    /// <summary>The refusal that shows it.</summary>
    private protected abstract Regex Refusal { get; }

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    /// <param name="service">The service; null when Compose refused the stack as a whole.</param>
    /// <param name="refusal">What matched.</param>
    /// <param name="evidence">All that was seen.</param>
    private protected abstract Finding? Find(string? service, Match refusal, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        // What the engine refused stays with the container; what Compose said is known of the last start alone.
        var refusals = Refusals(evidence).Select(said => (said.Service, Match: Refusal.Match(said.Text))).Where(said => said.Match.Success).ToList();
        var findings = refusals.Select(said => Find(said.Service, said.Match, evidence)).OfType<Finding>().DistinctBy(finding => finding.Subject).ToList();
        // A refusal that the other readings are to judge is judged only when they are there.
        return findings.Count > 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, refusals.Count > 0 ? Needs : Needs.Containers | Needs.Attempt);
    }

    private static IEnumerable<(string? Service, string Text)> Refusals(Evidence evidence)
    {
        foreach (var container in (evidence.Containers.Known?.Containers ?? []).Where(one => one.State is ContainerState.Created or ContainerState.Exited && one.Error.Length > 0))
        {
            yield return (container.Service, container.Error);
        }

        foreach (var service in evidence.Attempt.Known?.Services ?? [])
        {
            yield return (service.Service, service.Says);
        }

        foreach (var line in evidence.Attempt.Known?.ComposeSaid ?? [])
        {
            yield return (null, line);
        }
    }
}
