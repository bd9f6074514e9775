using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>What a failed build step or a container that is not well printed.</summary>
/// <param name="Service">The service.</param>
/// <param name="Lines">The lines, oldest first.</param>
/// <param name="Step">The build step; null when it was a container.</param>
/// <param name="Container">The container; null when it was a build step.</param>
public sealed record Said(string Service, IReadOnlyList<string> Lines, FailedStep? Step, SeenContainer? Container)
{
    /// <summary>Where it was said, in words that begin a sentence.</summary>
    public string Place => Step is { } step ? $"the build of {BuildFault.Place(step)}" : $"'{Service}'";

    /// <summary>The first line that matches; null when none does.</summary>
    public Match? Find(Regex line) => Lines.Select(text => line.Match(text)).FirstOrDefault(match => match.Success);

    /// <summary>What was said in all that is known of the last start and of the containers as they are.</summary>
    public static IEnumerable<Said> In(Evidence evidence) =>
    [
        .. (evidence.Attempt.Known?.Builds ?? []).Select(step => new Said(step.Service ?? step.Step, [.. step.Output, step.Error], step, null)),
        .. (evidence.Containers.Known?.Containers ?? []).Where(container => container.Unwell).Select(container => new Said(container.Service, container.Log, null, container)),
    ];
}
