using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads what the project says to Hale under <c>x-hale</c>, and objects to what cannot be meant.</summary>
internal static partial class SettingsReader
{
    private static readonly string[] Keys = ["name", "match", "subject", "cause", "advice", "command", "risk"];
    private static readonly string[] Needed = ["name", "match", "cause"];
    private static readonly string[] Risks = ["safe", "system", "edit"];

    public static HaleSettings Read(JsonElement root) => root.Member("x-hale") is { } settings
        ? new HaleSettings { Mirrors = [.. settings.Texts("mirrors")], Faults = [.. settings.Items("faults").Select(RuleOf)] }
        : new HaleSettings();

    /// <summary>What is wrong with the settings, with the path of where; null when nothing is.</summary>
    public static (string Path, string Says)? Objection(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.Member("x-hale")?.Member("faults") is not { } faults)
        {
            return null;
        }

        return faults.ValueKind is JsonValueKind.Array
            ? faults.EnumerateArray().Select((fault, at) => ObjectionTo(fault, at, document.RootElement)).FirstOrDefault(wrong => wrong is not null)
            : ("x-hale.faults", "x-hale.faults must be a list");
    }

    private static (string Path, string Says)? ObjectionTo(JsonElement fault, int at, JsonElement root)
    {
        var where = $"x-hale.faults[{at}]";
        if (fault.ValueKind is not JsonValueKind.Object)
        {
            return ("x-hale.faults", $"{where} must be a mapping with name, match and cause");
        }

        if (fault.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Keys.Contains(name)) is { } unknown)
        {
            return ("x-hale.faults", $"{where} has the key '{unknown}'; allowed are {string.Join(", ", Keys)}");
        }

        if (Needed.FirstOrDefault(key => fault.Text(key) is not { Length: > 0 }) is { } missing)
        {
            return ("x-hale.faults", $"{where} needs '{missing}', as a text");
        }

        var says =
            !Name().IsMatch(fault.Text("name")!) ? $"the name '{fault.Text("name")}' must be words of small letters and digits, joined by hyphens"
            : WrongExpression(fault.Text("match")!) is { } why ? $"'match' is no regular expression: {why}"
            : fault.Text("subject") is { } subject && root.Member("services")?.Member(subject) is null ? $"'subject' names the service '{subject}', which there is not"
            : fault.Text("risk") is { } risk && !Risks.Contains(risk) ? $"the risk '{risk}' must be one of {string.Join(", ", Risks)}"
            : !fault.HasItems("command") && TextsOf(fault, "advice").Count == 0 ? "it needs 'advice' or 'command'"
            : null;
        return says is null ? null : ("x-hale.faults", $"{where}: {says}");
    }

    private static ProjectRule RuleOf(JsonElement fault) => new()
    {
        Name = fault.Text("name") ?? "",
        Match = fault.Text("match") ?? "",
        Subject = fault.Text("subject"),
        Cause = fault.Text("cause") ?? "",
        Advice = TextsOf(fault, "advice"),
        Command = [.. fault.Texts("command")],
        Risk = fault.Text("risk") ?? "safe",
    };

    // One line may be written without a list.
    private static IReadOnlyList<string> TextsOf(JsonElement fault, string key) => fault.Text(key) is { Length: > 0 } one ? [one] : [.. fault.Texts(key)];

    private static string? WrongExpression(string expression)
    {
        try
        {
            _ = new Regex(expression, RegexOptions.NonBacktracking);
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return wrong.Message;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
