namespace Hale.Machine.Environments;

/// <summary>How a value stands in an environment file.</summary>
internal static class EnvValue
{
    // What every reader takes as it stands, without quotes.
    private const string Plain = "-_./:=@,+%~";

    /// <summary>The value as Compose, a shell and the readers of Python and Node all take it: bare where it can be, else in quotes.</summary>
    /// <exception cref="FormatException">It holds a line end, a zero byte, a backslash at its end with what needs quotes, or both kinds of quotes together with what only single ones protect.</exception>
    public static string Written(string value)
    {
        if (value.AsSpan().IndexOfAny("\r\n\0") >= 0)
        {
            throw new FormatException("a value must stand in one line");
        }

        if (value.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal)))
        {
            return value;
        }

        if (value.EndsWith('\\'))
        {
            // Compose takes a backslash before the closing quote for an escaped quote.
            return value.All(letter => letter == '\\' || char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
                ? value
                : throw new FormatException("a value that ends with a backslash can hold only letters, digits and " + Plain + " before it: readers differ in what they make of others");
        }

        return !value.Contains('\'', StringComparison.Ordinal) ? $"'{value}'"
            : value.AsSpan().IndexOfAny("\"$\\`") < 0 ? $"\"{value}\""
            : throw new FormatException("a value with a single quote can hold none of \" $ \\ ` beside it: readers differ in what they make of that");
    }
}
