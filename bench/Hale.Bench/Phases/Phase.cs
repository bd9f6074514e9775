namespace Hale.Bench.Phases;

/// <summary>The names of what can be measured.</summary>
public static class Phase
{
    public const string Cold = "cold";
    public const string NoOp = "no-op";
    public const string Change = "change";
    public const string Down = "down";
    public const string Floor = "floor";
    public const string Version = "version";
    public const string Judging = "judging";

    public static IReadOnlyList<string> Compared { get; } = [Cold, NoOp, Change, Down];

    public static IReadOnlyList<string> All { get; } = [.. Compared, Floor, Version, Judging];
}
