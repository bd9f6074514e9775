using System.Globalization;
using Hale.Docker.Databases;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary>How one of the things that are run in a database ended.</summary>
/// <param name="Pipe">How its program ended.</param>
/// <param name="Wrong">What was not as it should be, as the end of a sentence that begins with its name; null where all was.</param>
/// <param name="Stays">True where something that it did is in the database, or may be.</param>
internal sealed record PartEnd(PipeEnd Pipe, string? Wrong, bool Stays)
{
    public Verdict Verdict { get; private init; } = Verdict.SomethingLeft;

    /// <summary>The end of a program that is believed by its exit code, and does what it likes.</summary>
    public static PartEnd Of(PipeEnd end, string service) => new(end, end.Done ? null : Failed(end, service), true);

    /// <summary>The end of SQL from a file: what the server made of it counts, whatever the program says.</summary>
    public static PartEnd Of(Fed fed, SeedText text, string service)
    {
        const string Whole = "and it had ended its transaction itself: what it did in it is kept";
        var errors = fed.Errors == 0 ? "" : fed.Errors == 1 ? " with one error" : $" with {fed.Errors.ToString(CultureInfo.InvariantCulture)} errors";
        var ended = (fed.End.Done, fed.IsDone) switch
        {
            (false, _) => Failed(fed.End, service),
            (_, false) => $"ended in '{service}' before all of it was done (a quote, a comment or a parenthesis may be open at its end)",
            _ => $"ran to its end in '{service}'{errors}",
        };
        var isWhole = fed is { End.Done: true, IsDone: true, Errors: 0 };
        return (fed.Fate, isWhole) switch
        {
            (Fate.Kept or null, true) => new(fed.End, null, true),
            (Fate.TakenBack, _) when text.LeavesTransaction => new(fed.End, $"{ended}, and its transaction was rolled back; it has words that end or leave a transaction, so what it did outside of that, or in another database, may be kept", true),
            (Fate.TakenBack, _) => new(fed.End, fed.End.Done ? $"{ended}, and its transaction was rolled back: nothing of it is kept" : ended, false),
            (Fate.Kept, _) => new(fed.End, fed is { End.Done: true, IsDone: true } ? $"{ended}, and what did not fail is kept" : $"{ended}, {Whole}", true),
            (Fate.Unknown, _) => new(fed.End, $"{ended}, and it cannot be told whether it is kept", true) { Verdict = isWhole ? Verdict.CannotTell : Verdict.SomethingLeft },
            _ => new(fed.End, ended, true),
        };
    }

    private static string Failed(PipeEnd end, string service) => $"failed in '{service}' with exit code {end.ExitCode.ToString(CultureInfo.InvariantCulture)}";
}
