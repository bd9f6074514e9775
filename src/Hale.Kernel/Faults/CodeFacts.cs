namespace Hale.Kernel.Faults;

/// <summary>The environment variables that the project's Python and JavaScript read: names and places alone, never a value.</summary>
public sealed record CodeFacts
{
    public static CodeFacts None { get; } = new();

    /// <summary>The places, at most one for each variable and file.</summary>
    public IReadOnlyList<CodeRead> Reads { get; init; } = [];

    /// <summary>The Dockerfiles among the project's files, with what they build on.</summary>
    public IReadOnlyList<SeenDockerfile> Dockerfiles { get; init; } = [];

    /// <summary>True when the project has more source files than are read, or than could be read in time.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A place where code reads an environment variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="File">The file, relative to the project, with <c>/</c> between its parts.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record CodeRead(string Name, string File, int Line)
{
    /// <summary>True when a program that a container is told to run comes to this place as it starts, and ends there where the variable is not set.</summary>
    public bool Needed { get; init; }

    /// <summary>Whence the variable may come other than from Compose, such as <c>api/Dockerfile sets it</c>; null when nothing of the kind was seen.</summary>
    public string? MayComeFrom { get; init; }
}

/// <summary>A Dockerfile.</summary>
/// <param name="Path">Relative to the project.</param>
/// <param name="Bases">The images that it builds on, as they are written there.</param>
public sealed record SeenDockerfile(string Path, IReadOnlyList<string> Bases);
