using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>What a value has to be: a type of <c>@env-spec</c> with its options, such as <c>port</c> or <c>enum(dev, test)</c>.</summary>
internal sealed partial record EnvType
{
    private readonly Func<string, bool> _allows;

    private EnvType(string allowed, bool isPlain, Func<string, bool> allows) => (Allowed, IsPlain, _allows) = (allowed, isPlain, allows);

    /// <summary>What is allowed, in words that follow "allowed is".</summary>
    public string Allowed { get; }

    /// <summary>True when a wrong value may be told: whatever else such a value may hold, it is no place for a password.</summary>
    public bool IsPlain { get; }

    public bool Allows(string value) => _allows(value);

    /// <summary>The type that a decorator names; null for one that allows any text, or that is not known.</summary>
    /// <param name="text">Such as <c>number(min=1, max=9)</c>.</param>
    public static EnvType? Read(string text)
    {
        if (Parts().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        string[] options = [.. parts.Groups["options"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return parts.Groups["name"].Value switch
        {
            "port" => Between("a port, a whole number from 1 to 65535", whole: true, Option(options, "min") ?? 1, Option(options, "max") ?? 65535),
            "integer" or "int" => Number("a whole number", whole: true, options),
            "number" => Number("a number", HasFlag(options, "isInt"), options),
            "boolean" or "bool" => OneOf("true or false (also 1, 0, yes, no, on, off, t, f)", ["true", "false", "1", "0", "yes", "no", "on", "off", "t", "f"], StringComparer.OrdinalIgnoreCase),
            "enum" when options.Length > 0 => Choice([.. options.Select(option => option.Trim('"', '\''))]),
            "url" => new("an address with a scheme and a host, such as https://example.org/path", isPlain: false, IsAddress),
            "email" => new("a mail address, such as team@example.org", isPlain: false, value => Mail().IsMatch(value)),
            "ip" => new("an IP address, such as 127.0.0.1 or ::1", isPlain: true, value => IPAddress.TryParse(value, out _)),
            "string" when Shape(options) is { Count: > 0 } wishes => new($"a text {string.Join(" and ", wishes.Select(wish => wish.Says))}", isPlain: false, value => wishes.TrueForAll(wish => wish.Holds(value))),
            "uuid" => new("a UUID, such as 7f9c24e8-3b12-4ef0-91a2-5d1c2f3a4b5c", isPlain: false, value => Guid.TryParseExact(value, "D", out _)),
            _ => null,
        };
    }

    private static List<(string Says, Func<string, bool> Holds)> Shape(string[] options)
    {
        var wishes = new List<(string, Func<string, bool>)>();
        if (Option(options, "minLength") is { } least)
        {
            wishes.Add(($"of at least {Text(least)} characters", value => value.Length >= least));
        }

        if (Option(options, "maxLength") is { } most)
        {
            wishes.Add(($"of at most {Text(most)} characters", value => value.Length <= most));
        }

        if (Option(options, "isLength") is { } length)
        {
            wishes.Add(($"of {Text(length)} characters", value => value.Length == length));
        }

        if (TextOption(options, "startsWith") is { } start)
        {
            wishes.Add(($"that starts with {start}", value => value.StartsWith(start, StringComparison.Ordinal)));
        }

        if (TextOption(options, "endsWith") is { } end)
        {
            wishes.Add(($"that ends with {end}", value => value.EndsWith(end, StringComparison.Ordinal)));
        }

        return wishes;
    }

    private static EnvType Choice(string[] options) => OneOf($"one of {string.Join(", ", options)}", options, StringComparer.Ordinal);

    private static EnvType OneOf(string allowed, string[] options, StringComparer like)
    {
        var all = options.ToHashSet(like);
        return new EnvType(allowed, isPlain: true, all.Contains);
    }

    private static EnvType Number(string what, bool whole, string[] options)
    {
        var (least, most) = (Option(options, "min"), Option(options, "max"));
        var limits = (least, most) switch
        {
            ({ } low, { } high) => $" from {Text(low)} to {Text(high)}",
            ({ } low, null) => $" of at least {Text(low)}",
            (null, { } high) => $" of at most {Text(high)}",
            _ => "",
        };
        return Between((whole ? "a whole number" : what) + limits, whole, least ?? decimal.MinValue, most ?? decimal.MaxValue);
    }

    private static EnvType Between(string allowed, bool whole, decimal least, decimal most) => new(
        allowed,
        isPlain: true,
        value => decimal.TryParse(value, whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most);

    private static decimal? Option(string[] options, string name) =>
        options.FirstOrDefault(option => option.StartsWith(name + "=", StringComparison.Ordinal)) is { } found
        && decimal.TryParse(found.AsSpan(name.Length + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? TextOption(string[] options, string name) =>
        options.FirstOrDefault(option => option.StartsWith(name + "=", StringComparison.Ordinal)) is { } found && found[(name.Length + 1)..].Trim('"', '\'') is { Length: > 0 } text ? text : null;

    private static bool HasFlag(string[] options, string name) => options.Contains(name) || options.Contains($"{name}=true");

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && value.Contains("://", StringComparison.Ordinal) && address.Scheme is not "file" && address.Host.Length > 0;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>[A-Za-z]\w*)(?:\((?<options>[^)]*)\))?$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@.]+$")]
    private static partial Regex Mail();
}
