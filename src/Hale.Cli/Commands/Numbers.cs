using System.CommandLine.Parsing;
using System.Globalization;

namespace Hale.Cli.Commands;

/// <summary>Reads whole numbers that are not negative.</summary>
internal static class Numbers
{
    public static int? Small(ArgumentResult result) => Read(result, int.MaxValue) is { } number ? (int)number : null;

    public static long? Large(ArgumentResult result) => Read(result, long.MaxValue);

    private static long? Read(ArgumentResult result, long most)
    {
        var text = result.Tokens is [var token, ..] ? token.Value : "";
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        result.AddError($"'{text}' is not a number; write it like 50");
        return null;
    }
}
