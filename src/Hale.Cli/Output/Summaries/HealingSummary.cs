using System.Globalization;
using Hale.Healing;
using Hale.Kernel.Faults;

namespace Hale.Cli.Output.Summaries;

/// <summary>What was mended and how to take it back, what is left and what to do about it, what could not be told.</summary>
internal sealed class HealingSummary(Page page)
{
    private const int MostNames = 6;

    public void Mended(HealingReport? healing)
    {
        if (healing is not { Mended.Count: > 0 })
        {
            return;
        }

        page.Gap();
        page.Say("mended", 0, page.Paint.Strong);
        var told = new HashSet<DoneAct>(ReferenceEqualityComparer.Instance);
        foreach (var mended in healing.Mended)
        {
            page.Say($"{mended.Finding.Fault} ({mended.Finding.Subject}): {mended.Finding.Says}", 1, page.Paint.Good);
            foreach (var act in mended.Acts.Where(act => act.Receipt.Done && told.Add(act)))
            {
                page.Say($"did: {Said(act)}", 2);
                if (act.Receipt.Undo is { } undo)
                {
                    page.Verbatim($"undo: {undo}", 2);
                }
            }
        }
    }

    public void Left(HealingReport? healing)
    {
        foreach (var (heading, warns) in new[] { ("left", false), ("worth knowing", true) })
        {
            var left = (healing?.Left ?? []).Where(left => left.Finding.OnlyWarns == warns).ToList();
            if (left.Count == 0)
            {
                continue;
            }

            page.Gap();
            page.Say(heading, 0, page.Paint.Strong);
            left.Where(one => one.FollowsFrom is null).ToList().ForEach(One);
            left.Where(one => one.FollowsFrom is not null).ToList().ForEach(Consequence);
            if (!warns)
            {
                Changed(healing?.Changes);
            }
        }
    }

    public void Blind(HealingReport? healing)
    {
        if (healing is not { Blind.Count: > 0 })
        {
            return;
        }

        page.Gap();
        page.Say("could not be told", 0, page.Paint.Strong);
        foreach (var spot in healing.Blind)
        {
            page.Say(spot.Why, 1, page.Paint.Warn);
            page.Say(string.Join(", ", spot.Faults.Take(MostNames)) + (spot.Faults.Count > MostNames ? $" and {spot.Faults.Count - MostNames} more" : ""), 2);
        }
    }

    private void Changed(ChangeFacts? changes)
    {
        if (changes is { HealthyAt: { } since })
        {
            var what = changes.Changes.Count == 0 ? "nothing changed that Hale keeps an eye on" : string.Join(", ", changes.Changes);
            page.Say($"since it was last healthy, {since.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}: {what}", 1, page.Paint.Warn);
        }
    }

    private void Consequence(LeftFinding left) =>
        page.Say($"{left.Finding.Fault} ({left.Finding.Subject}) follows from {left.FollowsFrom!.Fault} ({left.FollowsFrom.Subject}): {left.Finding.Says}", 1);

    private void One(LeftFinding left)
    {
        page.Say($"{left.Finding.Fault} ({left.Finding.Subject}): {left.Finding.Says}", 1, left.Finding.OnlyWarns ? page.Paint.Warn : page.Paint.Bad);
        foreach (var tried in left.Tried)
        {
            page.Say(tried.Receipt.Done ? $"did: {Said(tried)}; it is still seen" : $"did not {Said(tried)}", 2);
        }

        foreach (var line in left.Advice)
        {
            page.Verbatim(line, 3);
        }

        page.Verbatim($"hale explain {left.Finding.Fault}", 3);
    }

    private static string Said(DoneAct done) =>
        done.Receipt.Says.Length > 0 ? $"{done.Act.Says}: {done.Receipt.Says}" : done.Act.Says;
}
