using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Cli.Runs;

/// <summary>The outcome of a run in which nothing had to be done.</summary>
internal static class StandingStill
{
    public static Outcome Of(QuickLook look) => new(
        [
            .. from service in look.Services
               let containers = look.Containers.Where(container => container.Service == service.Name).ToList()
               let done = containers.All(container => container.State is ContainerState.Exited)
               select new ServiceOutcome
               {
                   Service = service.Name,
                   Phase = done ? ServicePhase.Completed : ServicePhase.Ready,
                   Says = done ? "did its work before" : "was already up",
                   Ports = [.. containers.SelectMany(container => container.Ports)],
               },
        ],
        Refusal: null);
}
