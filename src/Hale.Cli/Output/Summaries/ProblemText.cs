using Hale.Cli.Runs;

namespace Hale.Cli.Output.Summaries;

/// <summary>Says why a command could not do its work: the place and the sentence, what was seen, what to do.</summary>
internal static class ProblemText
{
    private const int MostSeen = 20;

    public static void Write(Page page, Problem problem)
    {
        var place = problem switch
        {
            { File: { } file, Line: { } line } => $"{file}:{line}: ",
            { File: { } file } => $"{file}: ",
            _ => "",
        };
        page.Say($"hale: {place}{problem.Says}", 0, page.Paint.Bad);
        foreach (var line in problem.Seen.TakeLast(MostSeen))
        {
            page.Verbatim($"| {line}", 1);
        }

        foreach (var line in problem.Advice)
        {
            page.Verbatim(line, 1);
        }

        page.Flush();
    }
}
