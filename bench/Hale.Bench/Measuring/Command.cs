namespace Hale.Bench.Measuring;

/// <summary>A program with its arguments and the folder it is run in.</summary>
public sealed record Command(string Program, IReadOnlyList<string> Arguments, string Folder);
