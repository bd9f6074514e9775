using System.Globalization;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A service's own program ended with an error that no other fault explains.</summary>
public sealed class RunAppCrash : Fault
{
    public override string Id => "run-app-crash";

    public override string Title => "A service's program ended with an error";

    public override Needs Needs => Needs.Containers;

    public override bool IsGeneral => true;

    public override string Page => """
        The program of a service started and ended with an error. Nothing in the catalogue explains it, so its own output has to.

        ## What we look at
        The container's exit code and the first line of its output that names an error.

        ## Why it happens
        A fault in the program, in its settings, or in something that it needs.

        ## What mends it
        A person: the line that is shown is where to begin. Hale never calls such a service healed.

        ## When it is not this
        Where another fault of the catalogue is found for the same service, that one is the cause. One that its restart policy starts
        again and again is `run-restart-loop`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. containers.Containers
                .Where(container => container.Failed && container.RestartCount == 0 && container.State is not ContainerState.Created && container.ExitCode is not (0 or 137))
                .DistinctBy(container => container.Service)
                .Select(container => new Finding(Id, container.Service, $"'{container.Service}' ended with exit code {container.ExitCode.ToString(CultureInfo.InvariantCulture)}{FirstError(container)}")),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"hale logs {finding.Subject}");

    // A traceback of Python names its error in its last line, most others in their first.
    internal static string FirstError(SeenContainer container)
    {
        var line = container.Log.Any(text => text.StartsWith("Traceback (most recent call last)", StringComparison.Ordinal))
            ? container.Log.LastOrDefault(text => text.Length > 0 && !char.IsWhiteSpace(text[0]))
            : container.Log.FirstOrDefault(text => text.Contains("error", StringComparison.OrdinalIgnoreCase) || text.Contains("fatal", StringComparison.OrdinalIgnoreCase)) ?? (container.Log.Count > 0 ? container.Log[^1] : null);
        return line is null ? " and printed nothing" : $": '{line.Trim()}'";
    }
}
