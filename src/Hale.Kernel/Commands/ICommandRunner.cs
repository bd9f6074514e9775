namespace Hale.Kernel.Commands;

/// <summary>
/// Runs other programs: with an argument list, in a process group of their own, bounded in time and output, and ended with Hale.
/// </summary>
public interface ICommandRunner
{
    /// <summary>Runs a command to its end. A program that is not there, or that did not end in time, is an answer, not an exception.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="heard">Hears each line as it comes, with true for standard error; null when nobody listens.</param>
    /// <param name="stop">Ends the command's whole process group: gently first, by force two seconds later.</param>
    Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop);

    /// <summary>The full path of a program on <c>PATH</c>; null when it is not there.</summary>
    string? Find(string program);
}

/// <summary>A program and what it is given.</summary>
/// <param name="Program">Its name, looked up on <c>PATH</c>, or its path.</param>
/// <param name="Arguments">Its arguments, each as one piece.</param>
public sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The folder it runs in; null for Hale's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables to set, or with null to take away, in its environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What it reads on standard input; null for nothing.</summary>
    public string? Input { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many characters of each output are kept; what is older goes.</summary>
    public int KeepsCharacters { get; init; } = 1 << 20;

    /// <summary>The command as a person would type it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    /// <summary>A word, such as a path, as a person would have to type it for a shell.</summary>
    public static string Quoted(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+%".Contains(letter, StringComparison.Ordinal))
            ? part
            : $"'{part.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code; null when it could not be started or was ended for taking too long.</param>
/// <param name="Output">Its standard output, within the bound.</param>
/// <param name="Errors">Its standard error, within the bound.</param>
/// <param name="Refusal">Why there is no exit code; null when there is one.</param>
public sealed record CommandEnd(int? ExitCode, string Output, string Errors, string? Refusal)
{
    public bool Done => ExitCode == 0;

    /// <summary>The last line that says something, for messages; empty when there is none.</summary>
    public string LastWords =>
        Refusal ?? Errors.Split('\n').Concat(Output.Split('\n')).LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
}
