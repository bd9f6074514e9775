using Hale.Kernel.Engines;

namespace Hale.Kernel.Faults;

/// <summary>What else the engine holds: containers, networks and volumes of other projects or of none.</summary>
public sealed record NeighbourFacts
{
    public IReadOnlyList<Neighbour> Containers { get; init; } = [];

    /// <summary>All networks of the engine, this stack's included.</summary>
    public IReadOnlyList<EngineNetwork> Networks { get; init; } = [];

    /// <summary>All volumes of the engine, this stack's included; null where nobody looked.</summary>
    public IReadOnlyList<EngineVolume>? Volumes { get; init; }
}

/// <summary>A container that is not of this stack.</summary>
public sealed record Neighbour
{
    public required string Name { get; init; }

    /// <summary>Its Compose project; null when it has none.</summary>
    public string? Project { get; init; }

    /// <summary>Its Compose service; null when it has none.</summary>
    public string? Service { get; init; }

    /// <summary>The project folder that Compose noted when it made it; null when it has none.</summary>
    public string? Folder { get; init; }

    /// <summary>True when that folder would be on this machine and is not there.</summary>
    public bool FolderIsGone { get; init; }

    public bool Running { get; init; }

    /// <summary>The engine's names of the networks that it is on.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    public IReadOnlyList<BoundPort> Ports { get; init; } = [];

    /// <summary>The engine's names of the volumes that it mounts.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];
}

/// <summary>A volume of the engine.</summary>
/// <param name="Name">The engine's name of it.</param>
public sealed record EngineVolume(string Name)
{
    /// <summary>Its Compose project; null when it has none.</summary>
    public string? Project { get; init; }

    /// <summary>Its name in the Compose file; null when it has none.</summary>
    public string? Key { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>A network of the engine.</summary>
public sealed record EngineNetwork
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    /// <summary>Its Compose project; null when it has none.</summary>
    public string? Project { get; init; }

    /// <summary>Its address ranges, such as <c>172.18.0.0/16</c>.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>When it was made, which for <c>bridge</c> is when the engine started; null where nobody noted it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>True when it leads to no other network, so that no port of its containers is published.</summary>
    public bool Internal { get; init; }
}
