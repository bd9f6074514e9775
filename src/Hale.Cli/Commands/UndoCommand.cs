using System.CommandLine;
using System.Globalization;
using Hale.Cli.Output;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Kernel.Faults;
using Hale.Machine.Journals;

namespace Hale.Cli.Commands;

/// <summary><c>hale undo</c>: takes back what Hale did to the project.</summary>
internal sealed class UndoCommand : HaleCommand
{
    private readonly Argument<long?> _entry = new("number")
    {
        Description = "One act, by its number in --list; the whole last run when not given",
        HelpName = "NUMBER",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = Numbers.Large,
    };

    private readonly Option<bool> _list = new("--list") { Description = "Only list what can be taken back" };

    public UndoCommand(World world, GlobalOptions global)
        : base("undo", "Take back what Hale did: files byte for byte, the content of volumes, lines of the overlay", world, global)
    {
        Arguments.Add(_entry);
        Options.Add(_list);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale undo", "take back all that the last run did"),
        ("hale undo --list", "what was done, newest first, and how it is taken back"),
        ("hale undo 12", "take back one act"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var runs = Runs(parsed);
        var undoing = runs.Undoing();
        var page = Page();
        var acts = Chosen(undoing, parsed.GetValue(_entry), parsed.GetValue(_list));
        using var held = acts.Count == 0 || parsed.GetValue(_list) ? null : await runs.HoldAsync(Name, stop).ConfigureAwait(false);
        var whole = Damage(page, undoing.UnreadableLines());
        if (acts.Count == 0 && (whole || parsed.GetValue(_entry) is not null))
        {
            page.Say(parsed.GetValue(_entry) is { } number ? $"there is no act {number.ToString(CultureInfo.InvariantCulture)} that could be taken back; `hale undo --list` shows those that can" : "there is nothing to take back");
        }

        var good = whole && (acts.Count > 0 || parsed.GetValue(_entry) is null);
        foreach (var act in acts)
        {
            page.Say($"{act.Entry.ToString(CultureInfo.InvariantCulture)}  {act.Does} ({act.Fault}, {act.Subject}){(act.BrokenOff is { } how ? $"; {how}" : "")}");
            if (parsed.GetValue(_list))
            {
                page.Say(act.Way, 1);
            }
            else
            {
                good &= Tell(page, await undoing.UndoAsync(act, stop).ConfigureAwait(false));
            }
        }

        page.Flush();
        return (int)(good ? Verdict.Good : Verdict.SomethingLeft);
    }

    private static IReadOnlyList<JournalledAct> Chosen(Undoing undoing, long? entry, bool all)
    {
        var acts = undoing.Acts();
        if (entry is { } number)
        {
            return [.. acts.Where(act => act.Entry == number)];
        }

        return all || acts.Count == 0 ? acts : undoing.LastRun();
    }

    private static bool Damage(Page page, int lines)
    {
        if (lines > 0)
        {
            page.Say($"{(lines == 1 ? "one line" : $"{lines.ToString(CultureInfo.InvariantCulture)} lines")} of .hale/journal.jsonl cannot be read, so what was done there cannot be taken back from it", 0, page.Paint.Warn);
            page.Say("the files that Hale changed are kept as they were in .hale/originals, by the number of the act", 1);
        }

        return lines == 0;
    }

    private static bool Tell(Page page, Receipt receipt)
    {
        switch (receipt)
        {
            case { Done: true }:
                page.Say(receipt.Says, 1, page.Paint.Good);
                break;
            case { Undo: { } command }:
                page.Say("not taken back by itself; this does it:", 1, page.Paint.Warn);
                page.Verbatim(command, 2);
                break;
            default:
                page.Say($"not taken back: {receipt.Says}", 1, page.Paint.Warn);
                break;
        }

        return receipt.Done;
    }
}
