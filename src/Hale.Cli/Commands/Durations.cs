using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hale.Cli.Commands;

/// <summary>Reads times as Compose writes them: <c>90s</c>, <c>2m</c>, <c>1m30s</c>, <c>500ms</c>; a bare number is seconds.</summary>
internal static class Durations
{
    public static Option<TimeSpan?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "time",
        CustomParser = Parse,
    };

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens is [var token, ..] ? token.Value : "";
        if (Read(text) is { } time)
        {
            return time;
        }

        result.AddError($"'{text}' is not a time; write it like 90s, 2m or 1m30s");
        return null;
    }

    /// <summary>The time; null when the text is none, or is zero.</summary>
    public static TimeSpan? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Positive(seconds);
        }

        var sum = 0.0;
        for (var at = 0; at < text.Length;)
        {
            var digits = at;
            while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            {
                digits++;
            }

            var unit = digits;
            while (unit < text.Length && char.IsAsciiLetter(text[unit]))
            {
                unit++;
            }

            if (!double.TryParse(text[at..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Seconds(text[digits..unit]) is not { } each)
            {
                return null;
            }

            sum += number * each;
            at = unit;
        }

        return Positive(sum);
    }

    private static double? Seconds(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => null,
    };

    private static TimeSpan? Positive(double seconds) => seconds is > 0 and < 1e7 ? TimeSpan.FromSeconds(seconds) : null;
}
