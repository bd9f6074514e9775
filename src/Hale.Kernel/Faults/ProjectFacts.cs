namespace Hale.Kernel.Faults;

/// <summary>The project's files that matter before Compose can be asked.</summary>
public sealed record ProjectFacts
{
    /// <summary>The Compose files found, relative to the project; empty when there are none.</summary>
    public IReadOnlyList<string> ComposeFiles { get; init; } = [];

    /// <summary>Folders below or above the project that do hold a Compose file, relative to it; at most 5.</summary>
    public IReadOnlyList<string> ComposeFilesElsewhere { get; init; } = [];

    /// <summary>Compose files that are meant and are no files: named with <c>-f</c> or <c>COMPOSE_FILE</c> and not there, or a folder in their place.</summary>
    public IReadOnlyList<string> NoFiles { get; init; } = [];

    /// <summary>Environment files that are missing though a template of theirs is there.</summary>
    public IReadOnlyList<MissingEnvFile> MissingEnvFiles { get; init; } = [];

    /// <summary>Where a merge left its marks in the Compose files, such as <c>compose.yaml line 3</c>; at most one a file.</summary>
    public IReadOnlyList<string> MergeMarkers { get; init; } = [];

    /// <summary>Where a line of the Compose files is indented with a tab; at most one a file.</summary>
    public IReadOnlyList<string> TabIndents { get; init; } = [];

    /// <summary>The lines that are indented with tabs, in the first Compose file that has any; at most 50.</summary>
    public IReadOnlyList<TabLine> TabLines { get; init; } = [];

    /// <summary>The variables that stand alone, without a default, where a Compose file names a port of this machine.</summary>
    public IReadOnlyList<string> PortVariables { get; init; } = [];
}

/// <summary>A line that is indented with tabs.</summary>
/// <param name="Line">Its number, counted from 1.</param>
/// <param name="Blanks">How many blanks would stand there, as far as the lines around it tell.</param>
public sealed record TabLine(int Line, int Blanks);

/// <summary>An environment file that is missing and the template beside it, both relative to the project.</summary>
public sealed record MissingEnvFile(string Path, string Template);
