using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>Adds variables that an environment file lacks, with the lines of its template. No value passes through the evidence.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Template">The template, relative to the project.</param>
/// <param name="Names">The variables.</param>
/// <param name="Because">The reason.</param>
public sealed record AddVariables(string Path, string Template, IReadOnlyList<string> Names, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"add {string.Join(", ", Names)} to {Path} as in {Template}";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];

    public bool Equals(AddVariables? other) => other is not null && Path == other.Path && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Path, string.Join(' ', Names));
}

/// <summary>Gives variables of an environment file the values that a person named. The values themselves are kept nowhere else.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Names">The variables.</param>
/// <param name="Because">The reason.</param>
public sealed record SetVariables(string Path, IReadOnlyList<string> Names, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"set {string.Join(", ", Names)} in {Path}";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];

    public bool Equals(SetVariables? other) => other is not null && Path == other.Path && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Path, string.Join(' ', Names));
}

/// <summary>Writes a text file anew as UTF-8 without a mark and with plain line ends; what it says stays the same.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Because">The reason.</param>
public sealed record WriteAsPlainText(string Path, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"write {Path} anew as UTF-8 with plain line ends";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];
}

/// <summary>Ends an unfinished merge in a file that a tool writes: where the sides differ, the first one stays.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Because">The reason.</param>
public sealed record TakeOurSide(string Path, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"keep this branch's side of the merge in {Path}";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];
}
