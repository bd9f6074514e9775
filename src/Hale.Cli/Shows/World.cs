using Hale.Cli.Output;
using Hale.Cli.Runs;

namespace Hale.Cli.Shows;

/// <summary>What the commands have around them: where they write, whom they can ask, and who does the work.</summary>
internal sealed record World
{
    /// <summary>Makes the runs for a session.</summary>
    public required Func<Session, IRuns> Runs { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>What <see cref="Output"/> goes to.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>What <see cref="Error"/> goes to.</summary>
    public required Terminal ErrorTerminal { get; init; }

    /// <summary>Reads a line that a person types; null when no person is there.</summary>
    public Func<CancellationToken, Task<string?>>? ReadLine { get; init; }

    /// <summary>Reads a line that a person types, or all that is piped in, without the line end behind it; null when there is nothing.</summary>
    public Func<CancellationToken, Task<string?>> Input { get; init; } = _ => Task.FromResult<string?>(null);

    /// <summary>The size of the terminal as it is now.</summary>
    public Func<(int Width, int Height)> Size { get; init; } = () => (80, 24);

    /// <summary>The folder in which the command was given; null when it has been removed since.</summary>
    public required string? Folder { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
