using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault that the last probe of a service's own health check shows.</summary>
public abstract class HealthFault : Fault
{
    public override Needs Needs => Needs.Containers;

    /// <summary>What the probe printed.</summary>
    private protected abstract Regex Line { get; }

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    private protected abstract Finding? Find(SeenContainer container, Match line, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. containers.Containers
                .Where(one => one is { State: ContainerState.Running, HealthCheck: not null, Health: HealthVerdict.Unhealthy, Probes: [.., { ExitCode: not 0 }] })
                .Select(one => Line.Match(one.Probes[^1].Output) is { Success: true } line ? Find(one, line, evidence) : null)
                .OfType<Finding>()
                .DistinctBy(finding => finding.Subject),
        ]);
    }

    /// <summary>The check's command as one text: what a shell is given, or the words of a command without one.</summary>
    internal static string TextOf(HealthCheck check) => IsShell(check) ? check.Command[^1] : string.Join(' ', check.Command);

    /// <summary>The same check with each of its words changed, in the form of Compose's <c>test</c>.</summary>
    internal static IReadOnlyList<string> Changed(HealthCheck check, Func<string, string> change) =>
        IsShell(check) ? ["CMD-SHELL", change(check.Command[^1])] : ["CMD", .. check.Command.Select(change)];

    private static bool IsShell(HealthCheck check) => check.Command is [_, "-c", _] && check.Command[0].EndsWith("sh", StringComparison.Ordinal);
}
