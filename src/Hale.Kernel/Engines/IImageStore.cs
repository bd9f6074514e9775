namespace Hale.Kernel.Engines;

/// <summary>The engine's images, and the registries as the engine reaches them.</summary>
/// <exception cref="EngineException">Thrown by each member when the engine itself does not answer.</exception>
public interface IImageStore
{
    /// <summary>The ids of the images that carry these names, for those that are there.</summary>
    Task<IReadOnlyDictionary<string, string>> IdsAsync(IReadOnlyCollection<string> names, CancellationToken stop);

    /// <summary>Asks the image's registry, through the engine, whether it offers the image; nothing is pulled.</summary>
    Task<RegistryAnswer> AskRegistryAsync(string reference, CancellationToken stop);

    /// <summary>Pulls an image; the answer is <see cref="RegistryAnswerKind.Offered"/> when it is there afterwards.</summary>
    Task<RegistryAnswer> PullAsync(string reference, Action<string> progress, CancellationToken stop);

    /// <summary>The labels of an image; null when it is not there.</summary>
    Task<IReadOnlyDictionary<string, string>?> LabelsAsync(string name, CancellationToken stop);

    /// <summary>The registry mirrors in the engine's own settings.</summary>
    Task<IReadOnlyList<string>> MirrorsAsync(CancellationToken stop);

    Task RemoveAsync(string name, CancellationToken stop);
}
