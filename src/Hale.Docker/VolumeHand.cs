using System.Globalization;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Keeps the content of a volume of this stack in <c>.hale/volumes</c>, makes a volume anew whose content was kept, and puts kept content back.</summary>
/// <param name="engine">The engine.</param>
/// <param name="composer">Knows which volumes are the stack's own.</param>
/// <param name="folder">The project's folder for Hale's own files.</param>
/// <param name="clock">The clock.</param>
/// <param name="freeBytes">The free room of the disk that a file lies on; asked of the system where none is given.</param>
public sealed class VolumeHand(EngineClient engine, IComposer composer, IStateFolder folder, TimeProvider clock, Func<string, long>? freeBytes = null) : IHand, IVolumeKeeper
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly VolumeCopy _copy = new(engine);
    private readonly HashSet<string> _kept = [];

    public bool Takes(Act act) => act is VolumeAct;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var volume = ((VolumeAct)act).EngineName;
        try
        {
            await _copy.ClearAsync(volume, stop).ConfigureAwait(false);
            var users = await UsersAsync(volume, stop).ConfigureAwait(false);
            return await RefusalAsync(volume, users, stop).ConfigureAwait(false) is { } refusal ? new Receipt(false, refusal)
                : act is KeepVolume ? await KeepAsync(volume, users, progress, stop).ConfigureAwait(false)
                : await RenewAsync(volume, users).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is EngineException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    public async Task<Receipt> PutBackAsync(KeptVolume kept, CancellationToken stop)
    {
        try
        {
            if (await ArchiveOf(kept.File).ReadToEndAsync(stop).ConfigureAwait(false) != kept.Digest)
            {
                return new Receipt(false, $".hale/{kept.File} is not what was kept");
            }

            await _copy.ClearAsync(kept.EngineName, stop).ConfigureAwait(false);
            var users = await UsersAsync(kept.EngineName, stop).ConfigureAwait(false);
            if (await RefusalAsync(kept.EngineName, users, stop).ConfigureAwait(false) is { } refusal)
            {
                return new Receipt(false, refusal);
            }

            var meanwhile = await FindAsync(kept.EngineName, stop).ConfigureAwait(false) is null ? null : (await KeepAsync(kept.EngineName, users, _ => { }, stop).ConfigureAwait(false)).Volume;
            // From here on what is begun is ended: a volume that is half filled helps nobody.
            await RemoveAsync(kept.EngineName, users).ConfigureAwait(false);
            await FillAsync(kept).ConfigureAwait(false);
            return new Receipt(true, $"put back what was in the volume {kept.EngineName}{(meanwhile is null ? "" : $" (what was in it until now is .hale/{meanwhile.File})")}; `hale docker` starts what uses it");
        }
        catch (Exception refusal) when (refusal is EngineException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private async Task<Receipt> KeepAsync(string volume, IReadOnlyList<ContainerListResponse> users, Action<string> progress, CancellationToken stop)
    {
        var labels = (await FindAsync(volume, stop).ConfigureAwait(false))?.Labels ?? new Dictionary<string, string>();
        var file = $"volumes/{volume}-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss.fff", CultureInfo.InvariantCulture)}.tar";
        var running = users.Where(user => user.State is "running" or "restarting" or "paused").ToList();
        folder.Make();
        try
        {
            // What writes meanwhile would make a copy that is of no one moment.
            await Task.WhenAll(running.Select(user => StopAsync(user.ID, stop))).ConfigureAwait(false);
            progress($"copying {volume} to .hale/{file}");
            var digest = await _copy.TakeAsync(volume, ArchiveOf(file).WriteAsync, stop).ConfigureAwait(false);
            _kept.Add(volume);
            return new Receipt(true, $".hale/{file}") { Volume = new KeptVolume(volume, file, digest) { Labels = new Dictionary<string, string>(labels) } };
        }
        catch
        {
            await Task.WhenAll(running.Select(user => engine.DoAsync((client, token) => client.Containers.StartContainerAsync(user.ID, new(), token), CancellationToken.None, Patience))).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Receipt> RenewAsync(string volume, IReadOnlyList<ContainerListResponse> users)
    {
        if (!_kept.Contains(volume))
        {
            return new Receipt(false, "its content was not kept, so it stays as it is");
        }

        await RemoveAsync(volume, users).ConfigureAwait(false);
        return new Receipt(true, "") { Undo = "hale undo" };
    }

    /// <returns>Why nothing may be done to the volume; null when it is this stack's, and nobody else's.</returns>
    private async Task<string?> RefusalAsync(string volume, IReadOnlyList<ContainerListResponse> users, CancellationToken stop)
    {
        if ((await composer.ResolveAsync(stop).ConfigureAwait(false)).Stack is not { } stack)
        {
            return "Compose gives no model, so the stack's volumes are not known";
        }

        var there = await FindAsync(volume, stop).ConfigureAwait(false);
        return stack.Volumes.FirstOrDefault(one => one.Name == volume) is not { External: false } ? $"{volume} is no volume that this project makes"
            : there is not null && (there.Driver != "local" || there.Options is { Count: > 0 }) ? $"{volume} has a driver or options of its own, so what it holds may lie elsewhere"
            : there?.Labels is { } labels && labels.TryGetValue(ComposeLabels.Project, out var project) && project != stack.Name ? $"{volume} was made by the project '{project}'"
            : users.Select(user => (Row: ContainerView.Row(user), user.Labels)).FirstOrDefault(user => user.Row.OneOff || !user.Labels.TryGetValue(ComposeLabels.Project, out var owner) || owner != stack.Name).Row is { } foreign
                ? $"the container {foreign.Name} uses the volume too, and is none that `hale docker` makes"
            : null;
    }

    private async Task<VolumeResponse?> FindAsync(string volume, CancellationToken stop) =>
        (await engine.AskAsync((client, token) => client.Volumes.ListAsync(token), stop).ConfigureAwait(false)).Volumes?.FirstOrDefault(one => one.Name == volume);

    private async Task<IReadOnlyList<ContainerListResponse>> UsersAsync(string volume, CancellationToken stop) =>
    [
        .. (await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { All = true }, token), stop).ConfigureAwait(false))
            .Where(row => (row.Mounts ?? []).Any(mount => mount.Name == volume)),
    ];

    private Task StopAsync(string id, CancellationToken stop) =>
        engine.DoAsync((client, token) => client.Containers.StopContainerAsync(id, new(), token), stop, Patience);

    private async Task RemoveAsync(string volume, IReadOnlyList<ContainerListResponse> users)
    {
        foreach (var user in users)
        {
            await engine.DoAsync((client, token) => client.Containers.RemoveContainerAsync(user.ID, new() { Force = true }, token), CancellationToken.None, Patience).ConfigureAwait(false);
        }

        if (await FindAsync(volume, CancellationToken.None).ConfigureAwait(false) is not null)
        {
            await engine.DoAsync((client, token) => client.Volumes.RemoveAsync(volume, false, token), CancellationToken.None, Patience).ConfigureAwait(false);
        }
    }

    private async Task FillAsync(KeptVolume kept)
    {
        await engine.DoAsync(
            (client, token) => client.Volumes.CreateAsync(new() { Name = kept.EngineName, Labels = new Dictionary<string, string>(kept.Labels) }, token), CancellationToken.None, Patience).ConfigureAwait(false);
        var archive = File.OpenRead(folder.PathOf(kept.File));
        await using (archive.ConfigureAwait(false))
        {
            await _copy.FillAsync(kept.EngineName, archive, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private VolumeArchive ArchiveOf(string file) => new(folder.PathOf(file), freeBytes ?? (path => new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace));
}
