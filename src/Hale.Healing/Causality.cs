using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Healing;

/// <summary>Which findings only follow from others: what is wrong at the root is told first and mended first.</summary>
public static class Causality
{
    /// <summary>Each finding that follows from another, with that other one; what is in no key is a root.</summary>
    /// <param name="cases">What was found.</param>
    /// <param name="stack">The stack, by whose dependencies trouble spreads; null when it is not known.</param>
    public static IReadOnlyDictionary<Finding, Finding> Of(IReadOnlyList<Case> cases, Stack? stack)
    {
        var spread = new Spread(stack);
        var found = cases.SelectMany(one => one.Findings.Select(finding => new Sighting(one.Fault, finding))).ToList();
        var follows = new Dictionary<Finding, Finding>(ReferenceEqualityComparer.Instance);
        foreach (var effect in found)
        {
            // Two that would explain each other stay two roots, but for the first one told.
            var cause = found.Find(cause => cause != effect && Explains(cause, effect, spread) && !FollowsFrom(cause.Finding, effect.Finding));
            if (cause is not null)
            {
                follows[effect.Finding] = cause.Finding;
            }
        }

        return follows;

        bool FollowsFrom(Finding finding, Finding root)
        {
            for (var at = finding; follows.TryGetValue(at, out var cause); at = cause)
            {
                if (ReferenceEquals(cause, root))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static bool Explains(Sighting cause, Sighting effect, Spread spread) =>
        (cause.Fault.Causes.Contains(effect.Fault.Id) && spread.Reaches(cause.Finding, effect.Finding))
        || (effect.Fault.FollowsFromDependencies && !cause.Finding.OnlyWarns && spread.IsBelow(cause.Finding, effect.Finding))
        || (effect.Finding.ExplainedBy is { } other && !cause.Finding.OnlyWarns && spread.IsAbout(cause.Finding, other));

    private sealed record Sighting(Fault Fault, Finding Finding);

    /// <summary>How far the trouble of a finding may reach.</summary>
    private sealed class Spread(Stack? stack)
    {
        /// <summary>True when both are about one service, when the effect's service needs the cause's, or when one is about no service.</summary>
        public bool Reaches(Finding cause, Finding effect) =>
            ServiceOf(cause) is not { } broken || ServiceOf(effect) is not { } harmed || broken == harmed || Needs(harmed, broken);

        /// <summary>True when the effect's service needs the cause's, directly or not.</summary>
        public bool IsBelow(Finding cause, Finding effect) =>
            ServiceOf(cause) is { } broken && ServiceOf(effect) is { } harmed && broken != harmed && Needs(harmed, broken);

        public bool IsAbout(Finding cause, string service) => ServiceOf(cause) == service;

        private string? ServiceOf(Finding finding) => stack?.Find(finding.Service ?? finding.Subject)?.Name;

        private bool Needs(string service, string other)
        {
            var seen = new HashSet<string>();
            var next = new Stack<string>([service]);
            while (next.TryPop(out var name))
            {
                foreach (var on in stack?.Find(name)?.DependsOn ?? [])
                {
                    if (on.Service == other)
                    {
                        return true;
                    }

                    if (seen.Add(on.Service))
                    {
                        next.Push(on.Service);
                    }
                }
            }

            return false;
        }
    }
}
