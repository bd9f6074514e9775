namespace Hale.Kernel.Faults;

/// <summary>By which name this checkout of the project goes.</summary>
public sealed record CheckoutFacts
{
    /// <summary>The name that Hale gave it, since another checkout has the project's own; null when it goes by that.</summary>
    public string? OwnName { get; init; }

    /// <summary>The folder of that other checkout; null when there is none.</summary>
    public string? Other { get; init; }
}
