using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Project;

/// <summary>A fault that the project itself describes.</summary>
public sealed class ProjectFault : Fault
{
    private const string AdviceFact = "advice";
    private const string CommandFact = "command";
    private const string RiskFact = "risk";

    public override string Id => "project-fault";

    public override string Title => "A fault that the project itself describes";

    public override Needs Needs => Needs.Model | Needs.Containers | Needs.Attempt;

    public override string Page => """
        The project's Compose file describes failures of its own, under `x-hale: faults:`, and one of them is there.

        ## What we look at
        The output of the services that are not well, what their health checks print, and the output of a failed build: each line
        against the regular expression that the project gives.

            x-hale:
              faults:
                - name: search-index-missing
                  match: "index .* does not exist"
                  subject: api                      # a service; any when it is left out
                  cause: The search index was never built
                  command: [python3, manage.py, build_index]
                  risk: safe                        # safe, system or edit
                  advice: docker compose run --rm api python3 manage.py build_index

        ## Why it happens
        The project knows: the cause that is shown is its own.

        ## What mends it
        The project's own command, run in the service's container while it runs, at the risk that the project names; else its advice.

        ## When it is not this
        A fault of the catalogue that is found for the same service is told beside it.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (stack.Settings.Faults.Count == 0)
        {
            return Diagnosis.Absent;
        }

        return evidence.Containers.Has(out var containers)
            ? Diagnosis.Present([.. stack.Settings.Faults.SelectMany(rule => FindAll(rule, containers, evidence.Attempt.Known ?? new()))])
            : Diagnosis.CannotTell(evidence.Containers.Unknown);
    }

    public override Remedy Mend(Finding finding)
    {
        string[] advice = finding.Facts[AdviceFact].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!finding.Facts.TryGetValue(CommandFact, out var command))
        {
            return Remedy.ByHand(advice);
        }

        var risk = finding.Facts[RiskFact] switch { "system" => Risk.System, "edit" => Risk.Edit, _ => Risk.Safe };
        var parts = command.Split('\n');
        var run = new RunInService(finding.Service!, parts, $"run `{string.Join(' ', parts)}` in '{finding.Service}'", risk, finding.Says);
        return new Remedy { Acts = [run], Advice = advice };
    }

    private IEnumerable<Finding> FindAll(ProjectRule rule, ContainerFacts containers, AttemptFacts attempt)
    {
        var expression = new Regex(rule.Match, RegexOptions.NonBacktracking);
        var said = containers.Containers.Where(container => container.Unwell)
            .Select(container => (container.Service, Lines: container.Log.Concat(container.Probes.SelectMany(probe => probe.Output.Split('\n')))))
            .Concat(attempt.Builds.Select(step => (Service: step.Service ?? Finding.WholeStack, Lines: step.Output.AsEnumerable())));
        return
            from output in said
            where rule.Subject is null || rule.Subject == output.Service
            let line = output.Lines.LastOrDefault(expression.IsMatch)
            where line is not null
            group line by output.Service into service
            select new Finding(Id, $"{service.Key}: {rule.Name}", $"{rule.Cause} ('{service.First().Trim()}')") { Service = service.Key, Facts = FactsOf(rule) };
    }

    private static Dictionary<string, string> FactsOf(ProjectRule rule)
    {
        var facts = new Dictionary<string, string> { [AdviceFact] = string.Join('\n', rule.Advice), [RiskFact] = rule.Risk };
        if (rule.Command.Count > 0)
        {
            facts[CommandFact] = string.Join('\n', rule.Command);
        }

        return facts;
    }
}
