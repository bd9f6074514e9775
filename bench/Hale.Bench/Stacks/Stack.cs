namespace Hale.Bench.Stacks;

/// <summary>A stack to compare on: how its folder is made, and the source file that the change phase edits.</summary>
public sealed record Stack(string Name, string About, Action<string> WriteTo)
{
    /// <summary>The service whose source the change phase edits; null where the stack builds nothing.</summary>
    public string? ChangedService { get; init; }

    /// <summary>That source file, from the stack's folder.</summary>
    public string? ChangedFile { get; init; }

    /// <summary>The floor is measured on so many services; identical independent ones need not all be timed.</summary>
    public int FloorServices { get; init; } = int.MaxValue;
}
