namespace Hale.Kernel.Stacks;

/// <summary>What the project says under <c>x-hale: database:</c>.</summary>
public sealed record DatabaseWishes
{
    /// <summary>The files that fill a database, in order, relative to the project.</summary>
    public IReadOnlyList<string> SeedFiles { get; init; } = [];

    /// <summary>In their place: a program of a service and its arguments, which fill it.</summary>
    public IReadOnlyList<string> SeedCommand { get; init; } = [];

    /// <summary>The service in which that program runs; null where files are named.</summary>
    public string? SeedService { get; init; }
}
