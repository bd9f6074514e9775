using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Summaries;

/// <summary>The chain of services that decided how long the start took: each began when the one before it was ready.</summary>
internal static class CriticalPath
{
    /// <summary>The links, first started first; empty when nothing was started.</summary>
    public static IReadOnlyList<Link> Of(Outcome? outcome)
    {
        var timed = (outcome?.Services ?? []).Where(service => service is { Started: not null, Ready: not null }).ToDictionary(service => service.Service);
        var chain = new List<Link>();
        for (var last = Latest(timed.Values); last is not null; last = Latest(last.WaitedFor.Select(timed.GetValueOrDefault)))
        {
            timed.Remove(last.Service);
            chain.Insert(0, new Link(last.Service, last.Started!.Value, last.Ready!.Value - last.Started.Value));
        }

        return chain;
    }

    private static ServiceOutcome? Latest(IEnumerable<ServiceOutcome?> services) => services.OfType<ServiceOutcome>().MaxBy(service => service.Ready);
}

/// <summary>A service of the chain, when its start was asked for, and how long it took to be ready.</summary>
internal sealed record Link(string Service, TimeSpan Started, TimeSpan Took);
