namespace Hale.Kernel.Stacks;

/// <summary>A port of this machine at which a service is no longer published, and the one that took its place.</summary>
/// <param name="From">The port that the project's files name, or one that it was moved to meanwhile.</param>
/// <param name="To">The port that the overlay names now.</param>
public sealed record MovedPort(int From, int To)
{
    /// <summary>How the overlay's labels that tell of such ports begin; the old port follows, and the value is the new one.</summary>
    public const string Label = "hale.port.";
}

/// <summary>A place where the files tell a service of a port of this machine, as in <c>http://localhost:8080</c>.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Port">The port.</param>
/// <param name="IsArgument">True for a build argument.</param>
public sealed record NamedPort(string Variable, int Port, bool IsArgument)
{
    /// <summary>True where the value holds a password, so that it may not be written down anywhere else.</summary>
    public bool HoldsPassword { get; init; }
}
