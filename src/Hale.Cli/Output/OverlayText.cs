using Hale.Kernel.Stacks;

namespace Hale.Cli.Output;

/// <summary>An overlay as Compose would read it, with the reason above each setting.</summary>
internal static class OverlayText
{
    public static void Write(Page page, Overlay overlay)
    {
        Settings(page, overlay.Lines.Where(line => line.Service == OverlayLine.TopLevel), under: 0);
        foreach (var (at, service) in overlay.Lines.Where(line => line.Service != OverlayLine.TopLevel).GroupBy(line => line.Service).Index())
        {
            if (at == 0)
            {
                page.Verbatim("services:");
            }

            page.Verbatim($"{service.Key}:", 1, page.Paint.Strong);
            Settings(page, service, under: 2);
        }
    }

    private static void Settings(Page page, IEnumerable<OverlayLine> lines, int under)
    {
        IReadOnlyList<string> above = [];
        OverlayLine? last = null;
        foreach (var line in lines)
        {
            var shared = line.Path.Zip(above).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var at = shared; at < line.Path.Count - 1; at++)
            {
                page.Verbatim($"{line.Path[at]}:", under + at);
            }

            Setting(page, line, under + line.Path.Count - 1, goesOn: last is { IsList: true } && line.IsList && last.Path.SequenceEqual(line.Path));
            above = [.. line.Path.SkipLast(1)];
            last = line;
        }
    }

    private static void Setting(Page page, OverlayLine line, int depth, bool goesOn)
    {
        page.Verbatim($"# {line.Because} ({line.Fault})", depth, page.Paint.Faint);
        var tag = line.Replaces ? " !override" : "";
        if (line.IsList)
        {
            if (!goesOn)
            {
                page.Verbatim($"{line.Path[^1]}:{tag}", depth);
            }

            foreach (var value in line.Values)
            {
                page.Verbatim($"- {Quoted(value)}", depth + 1);
            }
        }
        else
        {
            page.Verbatim($"{line.Path[^1]}:{tag} {Quoted(line.Values.Count > 0 ? line.Values[0] : "")}", depth);
        }
    }

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
