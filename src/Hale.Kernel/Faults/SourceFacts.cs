namespace Hale.Kernel.Faults;

/// <summary>What the stack's images are built from, as it lies on disk. Paths are relative to the project.</summary>
public sealed record SourceFacts(IReadOnlyList<SeenSource> Sources)
{
    /// <summary>What a service is built from; null when it is not built, or from an address.</summary>
    public SeenSource? Of(string? service) => Sources.FirstOrDefault(source => source.Service == service);
}

/// <summary>What one service is built from.</summary>
public sealed record SeenSource
{
    public required string Service { get; init; }

    /// <summary>The build context.</summary>
    public required string Context { get; init; }

    public bool ContextExists { get; init; }

    /// <summary>True when <c>.gitmodules</c> names the context, or a folder above it, as a submodule.</summary>
    public bool Submodule { get; init; }

    /// <summary>The Dockerfile; null when it is written in the Compose file.</summary>
    public string? Dockerfile { get; init; }

    public bool DockerfileExists { get; init; }

    /// <summary>Other files that may be the Dockerfile, when it does not exist; at most 5.</summary>
    public IReadOnlyList<string> DockerfileElsewhere { get; init; } = [];

    /// <summary>The ignore file in force; null when there is none.</summary>
    public string? IgnoreFile { get; init; }

    /// <summary>The files and folders that <c>COPY</c> and <c>ADD</c> name in the context and that the builder is not given, or that lead out of it.</summary>
    public IReadOnlyList<LackedFile> Lacked { get; init; } = [];

    /// <summary>The instructions that fetch apt's package lists.</summary>
    public IReadOnlyList<AptUpdate> AptUpdates { get; init; } = [];
}

/// <summary>An instruction that fetches apt's package lists.</summary>
/// <param name="Line">Its line in the Dockerfile, counted from 1.</param>
/// <param name="StageEnds">The last line of its build stage.</param>
public sealed record AptUpdate(int Line, int StageEnds);

/// <summary>A source of <c>COPY</c> or <c>ADD</c> that the builder is not given.</summary>
/// <param name="Line">The instruction's line in the Dockerfile, counted from 1.</param>
/// <param name="Source">The source as the Dockerfile writes it.</param>
public sealed record LackedFile(int Line, string Source)
{
    /// <summary>True when it exists in the context.</summary>
    public bool Exists { get; init; }

    /// <summary>The line of the ignore file that keeps it out; null when none does.</summary>
    public string? IgnoredBy { get; init; }

    /// <summary>True when it is written with <c>..</c> and leads out of the context.</summary>
    public bool LeadsOut { get; init; }

    /// <summary>Files of the same name, whatever its case, elsewhere in the project; at most 3.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>True when a <c>.gitignore</c> beside it or above it has a line with its name, so that a fresh clone lacks it.</summary>
    public bool GitIgnored { get; init; }

    /// <summary>The source as BuildKit names it in its error: below the context, with a slash before it.</summary>
    public string Below => "/" + string.Join('/', Source.Split('/').Where(part => part is not ("" or "." or "..")));
}
