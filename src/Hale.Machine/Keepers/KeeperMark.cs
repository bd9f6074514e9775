using System.Text.Json.Serialization;

namespace Hale.Machine.Keepers;

/// <summary>How a keeper is known again, and how it goes.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Started">When it started, as the system counts, so that a later process with its id is not taken for it.</param>
/// <param name="Since">When it started, for people.</param>
public sealed record KeeperMark(int Pid, long Started, DateTimeOffset Since)
{
    /// <summary>What it was asked to keep; another request is another keeper.</summary>
    public string Asked { get; init; } = "";

    /// <summary>True once it hears the engine's events.</summary>
    public bool Watches { get; init; }

    /// <summary>How often it brought a service back.</summary>
    public int Mended { get; init; }

    /// <summary>The services that kept failing and were left as they are.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];
}

/// <summary>The mark's JSON, written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeeperMark))]
internal sealed partial class KeeperJson : JsonSerializerContext;
