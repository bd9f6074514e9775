using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>What a start came up against, as evidence.</summary>
internal static partial class Attempts
{
    /// <summary>What failed, with the project's secrets taken out of what was printed.</summary>
    public static AttemptFacts Of(Outcome outcome, Func<string, string> redact) => new()
    {
        Builds = [.. outcome.FailedSteps.Select(step => StepOf(step, outcome.RefusalSeen, redact))],
        ComposeSaid = outcome.Refusal is not null && outcome.FailedSteps.Count == 0 ? [.. outcome.RefusalSeen.Select(redact)] : [],
        Services =
        [
            .. from service in outcome.Services
               where !service.Good
               select new FailedService(service.Service, service.Phase is ServicePhase.Waiting, redact(service.Says), [.. service.Tail.Select(redact)]),
        ],
    };

    private static FailedStep StepOf(BuildStep step, IReadOnlyList<string> said, Func<string, string> redact)
    {
        // buildx ends with the place in the Dockerfile, "api.Dockerfile:12", and the lines around it.
        var place = said.Select(line => Place().Match(line)).LastOrDefault(match => match.Success);
        return new FailedStep
        {
            Service = step.Service,
            Step = step.Name,
            Error = step.Error ?? "",
            Output = [.. step.Output.Select(redact)],
            File = place?.Groups[1].Value,
            Line = place is null ? null : int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"^(\S+):(\d{1,6})$")]
    private static partial Regex Place();
}
