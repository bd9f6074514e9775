using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Overlays;

/// <summary>Writes an overlay as a Compose override file, with the reason above each setting.</summary>
public static class OverlayYaml
{
    public static string Write(Overlay overlay)
    {
        var text = new StringBuilder("# Made by Hale, from what it found on this machine. `hale overlay` prints it; changes made here are lost.\n");
        var top = overlay.Lines.Where(line => line.Service == OverlayLine.TopLevel).ToList();
        WriteBelow(text, top, depth: 0, under: 0);
        text.Append("services:").Append(top.Count == overlay.Lines.Count ? " {}\n" : "\n");
        foreach (var service in overlay.Lines.Except(top).GroupBy(line => line.Service))
        {
            text.Append("  ").Append(Quoted(service.Key)).Append(":\n");
            WriteBelow(text, [.. service], depth: 0, under: 2);
        }

        return text.ToString();
    }

    /// <summary>Writes the settings that share the first <paramref name="depth"/> keys of their paths, with so many keys above those.</summary>
    private static void WriteBelow(StringBuilder text, IReadOnlyList<OverlayLine> lines, int depth, int under)
    {
        var indent = new string(' ', (depth + under) * 2);
        foreach (var key in lines.Where(line => line.Path.Count > depth).GroupBy(line => line.Path[depth]))
        {
            if (key.Where(line => line.Path.Count == depth + 1).ToList() is { Count: > 0 } settings)
            {
                WriteSetting(text, indent, settings);
                continue;
            }

            text.Append(indent).Append(Quoted(key.Key)).Append(":\n");
            WriteBelow(text, [.. key], depth + 1, under);
        }
    }

    /// <summary>Writes the lines of one place: there are several only where each adds to a list.</summary>
    private static void WriteSetting(StringBuilder text, string indent, List<OverlayLine> lines)
    {
        foreach (var line in lines)
        {
            text.Append(indent).Append("# ").Append(OneLine(line.Because)).Append(" (").Append(line.Fault).Append(")\n");
        }

        text.Append(indent).Append(Quoted(lines[0].Path[^1])).Append(':').Append(lines.Exists(line => line.Replaces) ? " !override" : "");
        if (!lines[0].IsList)
        {
            text.Append(' ').Append(Value(string.Concat(lines[0].Values))).Append('\n');
            return;
        }

        var values = lines.SelectMany(line => line.Values).Distinct().ToList();
        text.Append(values.Count == 0 ? " []\n" : "\n");
        foreach (var value in values)
        {
            text.Append(indent).Append("  - ").Append(Value(value)).Append('\n');
        }
    }

    /// <summary>A value; Compose replaces variables in it unless each dollar sign is doubled.</summary>
    private static string Value(string value) => Quoted(value.Replace("$", "$$", StringComparison.Ordinal));

    // A JSON string is a YAML double-quoted scalar.
    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
