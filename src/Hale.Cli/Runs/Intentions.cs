using Hale.Faults;
using Hale.Healing;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Cli.Runs;

/// <summary>What a run would do, in sentences, for <c>--dry-run</c>.</summary>
internal static class Intentions
{
    public static IReadOnlyList<string> Of(QuickLook look, HealingReport found, IReadOnlyList<string> expendable) =>
    [
        .. Acts(found, expendable).Distinct(),
        .. look.Build.Select(name => $"build the image of '{name}'"),
        .. from service in look.Services
           let running = look.Containers.Count(container => container.Service == service.Name && container.State is ContainerState.Running)
           where running < service.Replicas
           select $"start '{service.Name}'",
    ];

    // Two findings may ask for the same.
    private static IEnumerable<string> Acts(HealingReport found, IReadOnlyList<string> expendable) =>
        from left in found.Left
        let fault = Catalogue.All.First(fault => fault.Id == left.Finding.Fault)
        from act in fault.Mend(left.Finding).Acts
        where act is not VolumeAct volume || volume.IsNamedBy(expendable)
        select act.Says;
}
