using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Commands;

/// <summary><c>hale overlay</c>: everything that Hale asks Compose to do differently, with the reasons.</summary>
internal sealed class OverlayCommand : HaleCommand
{
    private readonly Option<bool> _clear = new("--clear") { Description = "Drop the whole overlay; the next run asks again for what it needs" };
    private readonly TalkOptions _talk = new();

    public OverlayCommand(World world, GlobalOptions global)
        : base("overlay", "Show what Hale asks Compose to do differently from the project's files, and why", world, global)
    {
        Options.Add(_clear);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale overlay", "each setting with the reason beside it"),
        ("hale overlay --clear", "go back to the project's files alone"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.WrongUsage];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var store = Runs(parsed).Overlay();
        var overlay = store.Read();
        var clear = parsed.GetValue(_clear);
        if (clear)
        {
            store.Clear();
        }

        if (WantsJson(parsed))
        {
            foreach (var line in clear ? [] : overlay.Lines)
            {
                JsonLines.Write(World.Output, new OverlayRecord(line.Service, line.Path, line.Values, line.IsList, line.Replaces, line.Because, line.Fault));
            }

            JsonLines.Write(World.Output, Results.Of(Name, Verdict.Good));
        }
        else
        {
            Print(overlay, clear, Page());
        }

        return Task.FromResult((int)Verdict.Good);
    }

    private static void Print(Overlay overlay, bool cleared, Page page)
    {
        if (cleared || overlay.IsEmpty)
        {
            page.Say(overlay.IsEmpty
                ? "the overlay is empty: the stack is what the project's files say"
                : $"dropped {Words.Count(overlay.Lines.Count, "setting")}; `hale docker` asks again for what it needs");
        }
        else
        {
            OverlayText.Write(page, overlay);
        }

        page.Flush();
    }
}
