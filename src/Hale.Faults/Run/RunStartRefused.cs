using Hale.Faults.Causes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>The engine or Compose refused to make or start a container, and no other fault explains why.</summary>
public sealed class RunStartRefused : Fault
{
    public override string Id => "run-start-refused";

    public override string Title => "The engine refused to start a container";

    public override Needs Needs => Needs.Containers | Needs.Attempt;

    public override bool IsGeneral => true;

    public override string Page => """
        A container could not be made or started. Nothing in the catalogue explains it, so the engine's own words have to.

        ## What we look at
        The engine's error on a container that never ran, and what Compose said when it could not create the containers.

        ## Why it happens
        Something that the Compose file asks for is not there or not possible on this machine.

        ## What mends it
        A person: the words that are shown name what was refused.

        ## When it is not this
        Where another fault of the catalogue is found for the same service, that one is the cause. A container that ran and ended has its
        cause in its own output.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        var refused = containers.Containers.Where(one => one is { State: ContainerState.Created, Error.Length: > 0 })
            .Select(one => Refused(one, evidence));
        var said = evidence.Attempt.Known?.ComposeSaid ?? [];
        return Diagnosis.Present(
        [
            .. refused.DistinctBy(finding => finding.Subject),
            .. said.Any(line => line.Trim().Length > 0) ? (Finding[])[Refused(said, evidence)] : [],
        ]);
    }

    private Finding Refused(SeenContainer one, Evidence evidence)
    {
        var origin = Origins.Of(evidence, one.Service, [one.Error]);
        return new Finding(Id, one.Service, $"a container of '{one.Service}' could not be started: {one.Error}{Origins.WaitWords(origin)}");
    }

    private Finding Refused(IReadOnlyList<string> said, Evidence evidence)
    {
        var origin = Origins.Of(evidence, null, said);
        return new Finding(Id, Finding.WholeStack, $"Compose could not create the containers: {origin.Line ?? said.Last(line => line.Trim().Length > 0).Trim()}");
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("hale docker --verbose");
}
