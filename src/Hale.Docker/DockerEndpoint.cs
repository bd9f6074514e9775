using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hale.Docker;

/// <summary>Where the engine is looked for, and who said so, by the rules of the <c>docker</c> command.</summary>
public sealed record DockerEndpoint
{
    public const string DefaultContext = "default";

    /// <summary>The Docker context in force.</summary>
    public required string Context { get; init; }

    /// <summary>The address, such as <c>unix:///var/run/docker.sock</c>; empty when the context does not exist.</summary>
    public required string Address { get; init; }

    /// <summary>What named it: <c>DOCKER_HOST</c>, <c>DOCKER_CONTEXT</c>, <c>config</c>, or <c>default</c>.</summary>
    public required string NamedBy { get; init; }

    /// <summary>True when the context that is asked for does not exist.</summary>
    public bool ContextIsMissing => Address.Length == 0;

    /// <summary>The address as the engine's client takes it; the usual one when the context does not exist.</summary>
    public Uri Uri => System.Uri.TryCreate(Address, UriKind.Absolute, out var uri) ? uri : new Uri(Usual);

    /// <summary>Where the engine of this machine usually listens.</summary>
    public static string Usual => OperatingSystem.IsWindows() ? "npipe://./pipe/docker_engine" : "unix:///var/run/docker.sock";

    /// <summary>Reads environment and files; <paramref name="variable"/> gives the value of an environment variable.</summary>
    public static DockerEndpoint Find(Func<string, string?> variable)
    {
        if (variable("DOCKER_HOST") is { Length: > 0 } host)
        {
            return new() { Context = DefaultContext, Address = host, NamedBy = "DOCKER_HOST" };
        }

        var folder = ConfigFolder(variable);
        return variable("DOCKER_CONTEXT") is { Length: > 0 } given ? OfContext(folder, given, "DOCKER_CONTEXT")
            : Text(Path.Combine(folder, "config.json"), "currentContext") is { Length: > 0 } chosen ? OfContext(folder, chosen, "config")
            : OfContext(folder, DefaultContext, "default");
    }

    /// <summary>The folder of Docker's settings for this user.</summary>
    public static string ConfigFolder(Func<string, string?> variable) =>
        variable("DOCKER_CONFIG") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");

    private static DockerEndpoint OfContext(string folder, string name, string namedBy)
    {
        if (name == DefaultContext)
        {
            return new() { Context = name, Address = Usual, NamedBy = namedBy };
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var meta = Path.Combine(folder, "contexts", "meta", key, "meta.json");
        return new() { Context = name, Address = Text(meta, "Endpoints", "docker", "Host") ?? "", NamedBy = namedBy };
    }

    private static string? Text(string file, params ReadOnlySpan<string> keys)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var at = document.RootElement;
            foreach (var key in keys)
            {
                if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(key, out at))
                {
                    return null;
                }
            }

            return at.ValueKind is JsonValueKind.String ? at.GetString() : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
