using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>Who reads an environment file besides Compose.</summary>
internal static class FileReaders
{
    /// <summary>A service whose containers see the file itself, with or without the rest of the project's folder; null when there is none.</summary>
    public static string? Of(SeenEnvFile file, EnvFacts env, ModelFacts model) => model.Stack?.Services.FirstOrDefault(service => service.Mounts.Any(
        mount => mount is { Kind: "bind", Source: { } source } && (source == $"{env.Folder}/{file.Path}" || source == env.Folder)))?.Name;
}
