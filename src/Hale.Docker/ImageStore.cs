using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>Images and registries through the Engine API.</summary>
public sealed class ImageStore(EngineClient engine) : IImageStore
{
    private static readonly TimeSpan RegistryPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PullPatience = TimeSpan.FromMinutes(30);

    public async Task<IReadOnlyDictionary<string, string>> IdsAsync(IReadOnlyCollection<string> names, CancellationToken stop)
    {
        var found = await Task.WhenAll(names.Distinct().Select(async name => (name, image: await InspectAsync(name, stop).ConfigureAwait(false)))).ConfigureAwait(false);
        return found.Where(pair => pair.image is not null).ToDictionary(pair => pair.name, pair => pair.image!.ID);
    }

    public async Task<IReadOnlyDictionary<string, string>?> LabelsAsync(string name, CancellationToken stop) =>
        await InspectAsync(name, stop).ConfigureAwait(false) is { } image
            ? new Dictionary<string, string>(image.Config?.Labels ?? new Dictionary<string, string>())
            : null;

    public async Task<RegistryAnswer> AskRegistryAsync(string reference, CancellationToken stop)
    {
        try
        {
            var image = await engine.AskAsync((client, token) => client.Distribution.InspectAsync(reference, token), stop, RegistryPatience).ConfigureAwait(false);
            return await ForThisEngineAsync([.. (image.Platforms ?? []).Select(one => $"{one.OS}/{one.Architecture}")], stop).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            return new RegistryAnswer(RegistryWords.KindOf(refusal.Message), refusal.Message);
        }
    }

    // The engine tells what the registry has, and refuses it only once it is pulled.
    private async Task<RegistryAnswer> ForThisEngineAsync(List<string> platforms, CancellationToken stop)
    {
        var version = await engine.AskAsync((client, token) => client.System.GetVersionAsync(token), stop).ConfigureAwait(false);
        var own = $"{version.Os}/{version.Arch}";
        return platforms.Count == 0 || platforms.Contains(own)
            ? new RegistryAnswer(RegistryAnswerKind.Offered, "")
            : new RegistryAnswer(RegistryAnswerKind.NoPlatform, $"for {string.Join(", ", platforms.Distinct().Where(one => one != "unknown/unknown"))}, not for {own}");
    }

    public async Task<RegistryAnswer> PullAsync(string reference, Action<string> progress, CancellationToken stop)
    {
        var hearing = new Hearing(progress);
        try
        {
            await engine.DoAsync(
                (client, token) => client.Images.CreateImageAsync(new() { FromImage = WithTag(reference) }, new AuthConfig(), hearing, token),
                stop,
                PullPatience).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            return new RegistryAnswer(RegistryWords.KindOf(refusal.Message), refusal.Message);
        }

        return hearing.Error is { } error ? new RegistryAnswer(RegistryWords.KindOf(error), error) : new RegistryAnswer(RegistryAnswerKind.Offered, "");
    }

    public async Task<IReadOnlyList<string>> MirrorsAsync(CancellationToken stop) =>
        [.. (await engine.AskAsync((client, token) => client.System.GetSystemInfoAsync(token), stop).ConfigureAwait(false)).RegistryConfig?.Mirrors ?? []];

    public Task RemoveAsync(string name, CancellationToken stop) =>
        engine.DoAsync(
            async (client, token) =>
            {
                try
                {
                    await client.Images.DeleteImageAsync(name, new(), token).ConfigureAwait(false);
                }
                catch (DockerApiException gone) when (gone.StatusCode is HttpStatusCode.NotFound)
                {
                }
            },
            stop);

    private Task<ImageInspectResponse?> InspectAsync(string name, CancellationToken stop) =>
        engine.AskAsync<ImageInspectResponse?>(
            async (client, token) =>
            {
                try
                {
                    return await client.Images.InspectImageAsync(name, token).ConfigureAwait(false);
                }
                catch (DockerApiException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
                {
                    return null;
                }
            },
            stop);

    // Without a tag the engine would pull every tag there is.
    private static string WithTag(string reference) =>
        reference.Contains('@', StringComparison.Ordinal) || reference.LastIndexOf(':') > reference.LastIndexOf('/') ? reference : reference + ":latest";

    private sealed class Hearing(Action<string> progress) : IProgress<JSONMessage>
    {
        public string? Error { get; private set; }

        public void Report(JSONMessage value)
        {
            Error ??= value.Error?.Message;
            if (value.Status is { Length: > 0 } status)
            {
                progress(value.ID is { Length: > 0 } id ? $"{id}: {status}" : status);
            }
        }
    }
}
