using Hale.Kernel.Engines;

namespace Hale.Kernel.Faults;

/// <summary>What else the engine holds: containers, networks and volumes of other projects or of none.</summary>
public sealed record NeighbourFacts
{
    public IReadOnlyList<Neighbour> Containers { get; init; } = [];

    /// <summary>All networks of the engine, this stack's included.</summary>
    public IReadOnlyList<EngineNetwork> Networks { get; init; } = [];
}

/// <summary>A container that is not of this stack.</summary>
public sealed record Neighbour
{
    public required string Name { get; init; }

    /// <summary>Its Compose project; null when it has none.</summary>
    public string? Project { get; init; }

    public bool Running { get; init; }

    public IReadOnlyList<BoundPort> Ports { get; init; } = [];

    /// <summary>The engine's names of the volumes that it mounts.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];
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
}
