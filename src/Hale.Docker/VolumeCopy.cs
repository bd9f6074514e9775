using Docker.DotNet.Models;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>Takes the content of a volume out of the engine and puts it in again, through a container that has the volume and is never started.</summary>
internal sealed class VolumeCopy(EngineClient engine)
{
    private const string Folder = "/hale-volume";
    private const string Label = "hale.volume";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Hands the content, as a tar archive, to whoever keeps it.</summary>
    public Task<T> TakeAsync<T>(string volume, Func<Stream, CancellationToken, Task<T>> keep, CancellationToken stop) => WithAsync(
        volume,
        helper => engine.AskAsync(
            async (client, token) =>
            {
                var answer = await client.Containers.GetArchiveFromContainerAsync(helper, new() { Path = Folder }, statOnly: false, token).ConfigureAwait(false);
                using var archive = answer.Stream ?? Stream.Null;
                return await keep(archive, token).ConfigureAwait(false);
            },
            stop,
            Longest),
        stop);

    /// <summary>Unpacks an archive that <see cref="TakeAsync"/> gave into a volume, owners and rights as they were.</summary>
    public Task FillAsync(string volume, Stream archive, CancellationToken stop) => WithAsync(
        volume,
        helper => engine.AskAsync(
            async (client, token) =>
            {
                await client.Containers.ExtractArchiveToContainerAsync(helper, new() { Path = "/" }, archive, token).ConfigureAwait(false);
                return true;
            },
            stop,
            Longest),
        stop);

    /// <summary>Removes what an earlier Hale that was killed left of its own.</summary>
    public async Task ClearAsync(string volume, CancellationToken stop)
    {
        var filter = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [$"{Label}={volume}"] = true } };
        foreach (var left in await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { All = true, Filters = filter }, token), stop).ConfigureAwait(false))
        {
            await RemoveAsync(left.ID).ConfigureAwait(false);
        }
    }

    private async Task<T> WithAsync<T>(string volume, Func<string, Task<T>> use, CancellationToken stop)
    {
        var image = await AnyImageAsync(stop).ConfigureAwait(false);
        var helper = await engine.AskAsync(
            (client, token) => client.Containers.CreateContainerAsync(
                new()
                {
                    Image = image,
                    Cmd = ["true"],
                    Labels = new Dictionary<string, string> { [Label] = volume },
                    HostConfig = new HostConfig { Binds = [$"{volume}:{Folder}:nocopy"], NetworkMode = "none" },
                },
                token),
            stop).ConfigureAwait(false);
        try
        {
            return await use(helper.ID).ConfigureAwait(false);
        }
        finally
        {
            await RemoveAsync(helper.ID).ConfigureAwait(false);
        }
    }

    // An image may have volumes of its own, which are made with the container and go with it; one that has a name stays.
    private Task RemoveAsync(string helper) =>
        engine.DoAsync((client, token) => client.Containers.RemoveContainerAsync(helper, new() { Force = true, RemoveVolumes = true }, token), CancellationToken.None);

    // What is never started can be made from any image.
    private async Task<string> AnyImageAsync(CancellationToken stop) =>
        (await engine.AskAsync((client, token) => client.Images.ListImagesAsync(new(), token), stop).ConfigureAwait(false)).MinBy(image => image.Size)?.ID
        ?? throw new EngineException("the engine has no image, and without one it makes no container through which a volume could be read or written");
}
