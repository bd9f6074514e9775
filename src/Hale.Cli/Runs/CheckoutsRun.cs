using Hale.Kernel.Engines;
using Hale.Machine.Checkouts;

namespace Hale.Cli.Runs;

/// <summary><c>hale list</c>: the checkouts that Hale has brought up and those of which the engine has containers.</summary>
internal sealed class CheckoutsRun(Rooms rooms)
{
    public async Task<CheckoutsReport> RunAsync(CancellationToken stop)
    {
        IReadOnlyList<ComposeProject> projects = [];
        string? blind = null;
        try
        {
            projects = await rooms.ProjectsAsync(null, stop).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            blind = refusal.Message;
        }

        var known = rooms.Checkouts.There(projects.Select(project => project.Name).ToHashSet());
        var rows = known.Select(one => RowOf(one.Name, one.Folder, projects.FirstOrDefault(project => IsOf(project, one))));
        var gone = rooms.Checkouts.Read().Where(one => !known.Any(there => there.Name == one.Name)).Select(one => (one.Name, one.Folder)).ToHashSet();
        var others = projects.Where(project => !known.Any(one => IsOf(project, one))).Select(project => OfNobody(project, gone));
        return new CheckoutsReport([.. rows.Concat(others).OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Folder, StringComparer.Ordinal)], blind) { Flaw = rooms.Checkouts.Flaw() };
    }

    // What was made in a folder that is gone, or in one that the checkout has left, goes on as the checkout's that has the name now.
    private static bool IsOf(ComposeProject project, KnownCheckout checkout) =>
        project.Name == checkout.Name && (SamePlace.Is(project.Folder, checkout.Folder) || checkout.Was == project.Folder || (project.Folder.Length > 0 && !Directory.Exists(project.Folder)));

    // Its folder is gone, or another checkout was made in its place.
    private CheckoutRow OfNobody(ComposeProject project, HashSet<(string Name, string Folder)> gone)
    {
        var isGone = project.Folder.Length > 0 && (gone.Contains((project.Name, project.Folder)) || !Directory.Exists(project.Folder));
        var row = RowOf(project.Name, project.Folder, project);
        return row with { IsGone = isGone, IsThis = row.IsThis && !isGone };
    }

    private CheckoutRow RowOf(string name, string folder, ComposeProject? project) => new(name, folder)
    {
        IsThis = SamePlace.Is(folder, rooms.Session.Project.Directory),
        Containers = project?.Containers.Count ?? 0,
        Running = project?.Containers.Count(container => container.State is ContainerState.Running) ?? 0,
        Unhealthy = project?.Containers.Count(container => container.Health is HealthVerdict.Unhealthy) ?? 0,
        Addresses = Addresses.Of(project?.Containers.SelectMany(container => container.Ports) ?? []),
    };
}

/// <summary>The checkouts of this machine.</summary>
/// <param name="Checkouts">By name.</param>
/// <param name="Blind">Why the engine could not be asked, so that nothing is known of containers; null when it was.</param>
internal sealed record CheckoutsReport(IReadOnlyList<CheckoutRow> Checkouts, string? Blind)
{
    /// <summary>Why Hale's own list could not be read, so that what is down is missing; null when it was.</summary>
    public string? Flaw { get; init; }
}

/// <summary>A checkout.</summary>
/// <param name="Name">The Compose project name that it goes by.</param>
/// <param name="Folder">Its folder; empty where the engine does not know it.</param>
internal sealed record CheckoutRow(string Name, string Folder)
{
    /// <summary>True for the one that the command is run in.</summary>
    public bool IsThis { get; init; }

    /// <summary>True when it is up and its folder is gone, or another checkout was made in its place.</summary>
    public bool IsGone { get; init; }

    /// <summary>How many containers it has.</summary>
    public int Containers { get; init; }

    /// <summary>How many of them run.</summary>
    public int Running { get; init; }

    /// <summary>How many of them the engine calls unhealthy.</summary>
    public int Unhealthy { get; init; }

    /// <summary>Where it is reached.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
