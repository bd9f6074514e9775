using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Live;

/// <summary>A picture of a run: a heading and one row a service, never wider or higher than the terminal.</summary>
internal sealed class LiveFrame(string title, Paint paint, bool unicode)
{
    private const int PhaseColumns = 9;
    private const int TimeColumns = 7;
    private const int LeastDetail = 10;

    /// <summary>The lines, top first. The last line of the terminal stays free for the cursor.</summary>
    public IReadOnlyList<string> Lines(RunView view, TimeSpan now, int width, int height)
    {
        var room = Math.Max(1, height - 2);
        var shown = Chosen(view.Services, room);
        var name = Math.Min(view.Services.Select(row => Layout.Width(row.Service)).DefaultIfEmpty(0).Max(), Math.Max(6, width / 3));
        var lines = new List<string> { Heading(view, now, width) };
        lines.AddRange(shown.Select(row => Row(row, now, width, name)));
        if (shown.Count < view.Services.Length)
        {
            lines.Add(paint.Faint(Layout.Cut(Hidden(view.Services.Except(shown)), width)));
        }

        return lines;
    }

    /// <summary>All rows when they fit; else those that need eyes first, each group in the order of the model.</summary>
    private static List<ServiceRow> Chosen(IReadOnlyList<ServiceRow> rows, int room)
    {
        if (rows.Count <= room)
        {
            return [.. rows];
        }

        var first = rows.OrderBy(Urgency).Take(Math.Max(0, room - 1)).ToHashSet();
        return [.. rows.Where(first.Contains)];
    }

    private static int Urgency(ServiceRow row) => row.Phase switch
    {
        ServicePhase.Failed => 0,
        ServicePhase.Building or ServicePhase.Starting or ServicePhase.Probing or ServicePhase.Creating or ServicePhase.Stopping => 1,
        ServicePhase.Waiting => 2,
        _ => 3,
    };

    private static string Hidden(IEnumerable<ServiceRow> rows)
    {
        var hidden = rows.ToList();
        var groups = hidden.GroupBy(row => row.Phase).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}");
        return $"  and {hidden.Count} more: {string.Join(", ", groups)}";
    }

    private string Heading(RunView view, TimeSpan now, int width)
    {
        var text = Layout.Cut($"{title}  {Words.Of(now)}{(view.Now.Length > 0 ? $"  {view.Now}" : "")}", width);
        return text.StartsWith(title, StringComparison.Ordinal) ? paint.Strong(title) + text[title.Length..] : text;
    }

    private string Row(ServiceRow row, TimeSpan now, int width, int nameColumns)
    {
        var name = Layout.Pad(Layout.Cut(Clean.Line(row.Service), nameColumns), nameColumns);
        var phase = Layout.Pad(Words.Of(row.Phase), PhaseColumns);
        var time = Layout.Pad(Words.Of(TimeIn(row, now)), TimeColumns);
        var left = width - (2 + nameColumns + 2 + PhaseColumns + 1 + TimeColumns + 1);
        if (left < 0)
        {
            return In(row, Layout.Cut($"{Mark(row)} {name}  {phase} {time}", width));
        }

        var detail = left >= LeastDetail ? paint.Faint(Layout.Cut(Detail(row), left)) : "";
        return $"{In(row, Mark(row))} {name}  {In(row, phase)} {time} {detail}".TrimEnd();
    }

    private static string Detail(ServiceRow row) => row is { Phase: ServicePhase.Waiting, WaitsFor.Count: > 0 }
        ? Clean.Line($"for {string.Join(", ", row.WaitsFor)}")
        : Clean.Line(row.Detail);

    // What is at rest shows how long it took to get there; what goes on shows how long it has been at it.
    private static TimeSpan TimeIn(ServiceRow row, TimeSpan now) => row.Phase switch
    {
        ServicePhase.Ready or ServicePhase.Completed or ServicePhase.Failed or ServicePhase.Stopped =>
            row.Started is { } started ? row.Since - started : TimeSpan.Zero,
        _ => now - row.Since,
    };

    private string Mark(ServiceRow row) => row.Phase switch
    {
        ServicePhase.Ready or ServicePhase.Completed => unicode ? "✔" : "+",
        ServicePhase.Failed => unicode ? "✘" : "x",
        ServicePhase.Waiting or ServicePhase.Stopped => unicode ? "·" : ".",
        _ => unicode ? "●" : "*",
    };

    private string In(ServiceRow row, string text) => row.Phase switch
    {
        ServicePhase.Ready or ServicePhase.Completed => paint.Good(text),
        ServicePhase.Failed => paint.Bad(text),
        ServicePhase.Waiting or ServicePhase.Stopped => paint.Faint(text),
        _ => paint.Busy(text),
    };
}
