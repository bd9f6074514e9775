using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>What a start came up against, as evidence.</summary>
internal static partial class Attempts
{
    /// <summary>The outcome with the project's secrets taken out of what builds, Compose and containers printed.</summary>
    public static Outcome Discreet(Outcome outcome, Func<string, string> redact) => outcome with
    {
        Refusal = outcome.Refusal is { } refusal ? redact(refusal) : null,
        RefusalSeen = [.. outcome.RefusalSeen.Select(redact)],
        FailedSteps = [.. outcome.FailedSteps.Select(step => step with { Name = redact(step.Name), Error = step.Error is { } error ? redact(error) : null, Output = [.. step.Output.Select(redact)] })],
        Services = [.. outcome.Services.Select(service => service.Good ? service : service with { Says = redact(service.Says), Tail = [.. service.Tail.Select(redact)] })],
    };

    /// <summary>What failed.</summary>
    public static AttemptFacts Of(Outcome outcome) => new()
    {
        Builds = [.. outcome.FailedSteps.Select(step => StepOf(step, outcome.RefusalSeen))],
        ComposeSaid = outcome.Refusal is not null && outcome.FailedSteps.Count == 0 ? outcome.RefusalSeen : [],
        Services =
        [
            .. from service in outcome.Services
               where !service.Good
               select new FailedService(service.Service, service.Phase is ServicePhase.Waiting, service.Says, service.Tail),
        ],
    };

    /// <summary>The services that were started and failed, with how long after their start.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> FailedAfter(Outcome outcome) => outcome.Services
        .Where(service => service is { Good: false, Started: not null, Ready: not null })
        .ToDictionary(service => service.Service, service => service.Ready!.Value - service.Started!.Value);

    private static FailedStep StepOf(BuildStep step, IReadOnlyList<string> said)
    {
        // buildx ends with the place in the Dockerfile, "api.Dockerfile:12", and the lines around it.
        var place = said.Select(line => Place().Match(line)).LastOrDefault(match => match.Success);
        return new FailedStep
        {
            Service = step.Service,
            Step = step.Name,
            Error = step.Error ?? "",
            Output = step.Output,
            File = place?.Groups[1].Value,
            Line = place is null ? null : int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"^(\S+):(\d{1,6})$")]
    private static partial Regex Place();
}
