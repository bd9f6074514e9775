using System.Globalization;
using System.Text;

namespace Hale.Machine.Environments;

/// <summary>
/// Changes single values of an environment file. Every byte elsewhere stays: the file is worked on as bytes, each taken for one letter, so that
/// nothing depends on its encoding.
/// </summary>
internal static class EnvEdit
{
    /// <summary>Gives variables these values: where they stand last, or in lines of their own at the end.</summary>
    /// <exception cref="FormatException">The file is UTF-16, or a value has what no line of such a file can hold.</exception>
    public static byte[] Set(byte[] file, IReadOnlyDictionary<string, string> values)
    {
        if (EnvText.EncodingOf(file) is "utf-16")
        {
            throw new FormatException("it is written in UTF-16, which nothing but an editor reads");
        }

        var text = Encoding.Latin1.GetString(file);
        foreach (var (name, value) in values)
        {
            text = SetOne(text, name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Written(name, value))));
        }

        foreach (var name in values.Keys)
        {
            Demand(text, name);
        }

        return Encoding.Latin1.GetBytes(text);
    }

    // A quote that is never closed swallows all that stands below it.
    private static void Demand(string text, string name)
    {
        var entries = EnvText.Entries(text);
        if (entries.All(entry => entry.Name != name) && entries.Count > 0)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} would stand within the value of {entries[^1].Name}, whose quote in line {entries[^1].Line} is not closed"));
        }
    }

    private static string Written(string name, string value)
    {
        try
        {
            return EnvValue.Written(value);
        }
        catch (FormatException why)
        {
            throw new FormatException($"{name} cannot have that value: {why.Message}", why);
        }
    }

    private static string SetOne(string text, string name, string written)
    {
        if (EnvText.Entries(text).LastOrDefault(entry => entry.Name == name) is { } entry)
        {
            var at = entry.Start + entry.ValueStart;
            return string.Concat(text.AsSpan(0, at), written, text.AsSpan(at + entry.ValueLength));
        }

        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var gap = text.Length > 0 && text[^1] != '\n' ? end : "";
        return $"{text}{gap}{name}={written}{end}";
    }
}
