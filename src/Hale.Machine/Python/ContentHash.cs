using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hale.Machine.Python;

/// <summary>The hash that Poetry writes into its lock of what matters in a <c>pyproject.toml</c>.</summary>
internal static class ContentHash
{
    private static readonly string[] Legacy = ["dependencies", "source", "extras", "dev-dependencies"];
    private static readonly string[] OfProject = ["requires-python", "dependencies", "optional-dependencies"];

    /// <summary>Null when the file holds something whose form in Python's JSON cannot be told here.</summary>
    public static string? Of(SortedDictionary<string, object> pyproject)
    {
        var project = PyprojectFacts.Table(pyproject, "project");
        var poetry = PyprojectFacts.Table(PyprojectFacts.Table(pyproject, "tool"), "poetry");
        if (pyproject.ContainsKey("dependency-groups"))
        {
            // Poetry began to count these in 2.2.
            return null;
        }

        var relevantProject = Pick(project, OfProject);
        var relevant = Pick(poetry, [.. Legacy, "group"]);
        foreach (var key in Legacy.Where(key => relevantProject.Count == 0 && !relevant.ContainsKey(key)))
        {
            relevant[key] = null;
        }

        SortedDictionary<string, object?> all = relevantProject.Count == 0
            ? relevant
            : new(StringComparer.Ordinal) { ["project"] = relevantProject, ["tool"] = new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["poetry"] = relevant } };
        var json = new StringBuilder();
        return Write(all, json) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString()))) : null;
    }

    private static SortedDictionary<string, object?> Pick(SortedDictionary<string, object> table, string[] keys)
    {
        var picked = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (table.TryGetValue(key, out var value))
            {
                picked[key] = value;
            }
        }

        return picked;
    }

    // As json.dumps(…, sort_keys=True) writes it.
    private static bool Write(object? value, StringBuilder json)
    {
        switch (value)
        {
            case null:
                json.Append("null");
                return true;
            case string text:
                Quote(text, json);
                return true;
            case bool truth:
                json.Append(truth ? "true" : "false");
                return true;
            case long number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                return true;
            case List<object> list:
                return Joined('[', ']', list, item => Write(item, json), json);
            case SortedDictionary<string, object?> table:
                return Joined('{', '}', table, pair => Entry(pair.Key, pair.Value, json), json);
            default:
                return false;
        }
    }

    private static bool Entry(string key, object? value, StringBuilder json)
    {
        Quote(key, json);
        json.Append(": ");
        return Write(value, json);
    }

    private static bool Joined<T>(char open, char close, IEnumerable<T> items, Func<T, bool> write, StringBuilder json)
    {
        json.Append(open);
        var first = true;
        foreach (var item in items)
        {
            json.Append(first ? "" : ", ");
            first = false;
            if (!write(item))
            {
                return false;
            }
        }

        json.Append(close);
        return true;
    }

    private static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var sign in text)
        {
            json.Append(sign switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or > '~' and not '\u007f' => $"\\u{(int)sign:x4}",
                _ => sign.ToString(),
            });
        }

        json.Append('"');
    }
}
