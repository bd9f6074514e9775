namespace Hale.Kernel.Faults;

/// <summary>The environment files beside the Compose files, and what the Compose files do with variables: names alone, never a value.</summary>
/// <param name="Files">The environment files that are there, each with its template.</param>
public sealed record EnvFacts(IReadOnlyList<SeenEnvFile> Files)
{
    /// <summary>The project's folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Where the Compose files use variables.</summary>
    public IReadOnlyList<VariableUse> Uses { get; init; } = [];

    /// <summary>Entries of a list under <c>environment</c> whose value is in quotes, such as <c>compose.yaml line 7: NAME</c>.</summary>
    public IReadOnlyList<string> QuotedInList { get; init; } = [];

    /// <summary>What the project's code reads.</summary>
    public CodeFacts Code { get; init; } = CodeFacts.None;
}

/// <summary>An environment file.</summary>
public sealed record SeenEnvFile
{
    /// <summary>Relative to the project.</summary>
    public required string Path { get; init; }

    /// <summary>The template beside it, relative to the project; null when there is none.</summary>
    public string? Template { get; init; }

    public bool IsFolder { get; init; }

    /// <summary><c>utf-8</c>, <c>utf-8 with a mark</c> or <c>utf-16</c>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>True when its lines end as on Windows.</summary>
    public bool HasCarriageReturns { get; init; }

    /// <summary>True when Git has it in its index; null where there is no Git or no repository.</summary>
    public bool? IsTracked { get; init; }

    /// <summary>True when its rights and those of the folders above it let every user of this machine read it.</summary>
    public bool OthersMayRead { get; init; }

    public IReadOnlyList<EnvKey> Keys { get; init; } = [];

    /// <summary>The names in the template that the file lacks.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}

/// <summary>A variable of an environment file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Its line, counted from 1.</param>
public sealed record EnvKey(string Name, int Line)
{
    /// <summary>The names of variables that its value refers to.</summary>
    public IReadOnlyList<string> RefersTo { get; init; } = [];

    /// <summary>What is odd about its value, in words that follow its name, such as <c>ends with a quote that nothing opens</c>; null when nothing is.</summary>
    public string? Odd { get; init; }

    /// <summary>The line before this one in which it has another value; null when there is none.</summary>
    public int? OverridesLine { get; init; }

    /// <summary>True when it is meant to be secret and has a value.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True when it is meant to be secret and its value only stands for a real one.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>True when the process that looks has the variable too, with another value.</summary>
    public bool IsOtherInShell { get; init; }

    /// <summary>What its template asks of its value, where it is something else; null otherwise.</summary>
    public BrokenRule? Breaks { get; init; }

    /// <summary>True when its value is an address whose password holds characters that end the password.</summary>
    public bool IsBrokenAddress { get; init; }
}

/// <summary>What a template asks of a variable's value, and gets not.</summary>
/// <param name="Allowed">What is allowed, such as <c>a port, a whole number from 1 to 65535</c>.</param>
/// <param name="Place">Where it says so, such as <c>.env.example line 4</c>.</param>
/// <param name="Found">The value, at most 40 characters of it; empty when there is none, null when it may be a secret.</param>
public sealed record BrokenRule(string Allowed, string Place, string? Found);

/// <summary>A place where a Compose file uses a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Place">The file and the line, such as <c>compose.yaml line 3</c>.</param>
/// <param name="Needed">True when it has no default.</param>
/// <param name="Embedded">True when it stands without braces behind a letter or digit, as in <c>pa$word</c>.</param>
public sealed record VariableUse(string Name, string Place, bool Needed, bool Embedded);
