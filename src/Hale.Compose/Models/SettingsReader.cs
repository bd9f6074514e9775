using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads what the project says to Hale under <c>x-hale</c>, and objects to what cannot be meant.</summary>
internal static partial class SettingsReader
{
    private const string Top = "x-hale";

    private static readonly string[] Sections = ["mirrors", "faults", "certificates", "database"];
    private static readonly string[] Keys = ["name", "match", "subject", "cause", "advice", "command", "risk"];
    private static readonly string[] Needed = ["name", "match", "cause"];
    private static readonly string[] Risks = ["safe", "system", "edit"];

    public static HaleSettings Read(JsonElement root) => root.Member(Top) is { } settings
        ? new HaleSettings
        {
            Mirrors = [.. settings.Texts("mirrors")],
            Faults = [.. settings.Items("faults").Select(RuleOf)],
            Certificates = CertificateReader.Read(settings),
            Database = DatabaseReader.Read(settings),
        }
        : new HaleSettings();

    /// <summary>What is wrong with the settings, with the dotted path of where; null when nothing is.</summary>
    public static (string Path, string Says)? Objection(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ObjectionToTop(document.RootElement) ?? CertificateReader.Objection(document.RootElement) ?? DatabaseReader.Objection(document.RootElement);
    }

    private static (string Path, string Says)? ObjectionToTop(JsonElement root)
    {
        if (root.Member(Top) is not { } settings)
        {
            return null;
        }

        if (settings.ValueKind is not JsonValueKind.Object)
        {
            return (Top, $"{Top} must be a mapping; it may have {string.Join(", ", Sections)}");
        }

        if (settings.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Sections.Contains(name)) is { } unknown)
        {
            return ($"{Top}.{unknown}", $"{Top} has the key '{unknown}'; allowed are {string.Join(", ", Sections)}");
        }

        if (settings.Member("mirrors") is { } mirrors && !IsListOfTexts(mirrors))
        {
            return ($"{Top}.mirrors", $"{Top}.mirrors must be a list of texts, such as mirror.example.com/library");
        }

        return settings.Member("faults") switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } faults => faults.EnumerateArray().Select((fault, at) => ObjectionTo(fault, at, root)).FirstOrDefault(wrong => wrong is not null),
            _ => ($"{Top}.faults", $"{Top}.faults must be a list"),
        };
    }

    private static bool IsListOfTexts(JsonElement list) => list.ValueKind is JsonValueKind.Array && list.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String);

    private static (string Path, string Says)? ObjectionTo(JsonElement fault, int at, JsonElement root)
    {
        var where = $"{Top}.faults[{at}]";
        var path = $"{Top}.faults.{at}";
        if (fault.ValueKind is not JsonValueKind.Object)
        {
            return (path, $"{where} must be a mapping with name, match and cause");
        }

        if (fault.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Keys.Contains(name)) is { } unknown)
        {
            return ($"{path}.{unknown}", $"{where} has the key '{unknown}'; allowed are {string.Join(", ", Keys)}");
        }

        if (Needed.FirstOrDefault(key => fault.Text(key) is not { Length: > 0 }) is { } missing)
        {
            return ($"{path}.{missing}", $"{where} needs '{missing}', as a text");
        }

        (string Key, string Says)? wrong =
            !Name().IsMatch(fault.Text("name")!) ? ("name", $"the name '{fault.Text("name")}' must be words of small letters and digits, joined by hyphens")
            : WrongExpression(fault.Text("match")!) is { } why ? ("match", $"'match' is no regular expression: {why}")
            : fault.Text("subject") is { } subject && root.Member("services")?.Member(subject) is null ? ("subject", $"'subject' names the service '{subject}', which there is not")
            : fault.Member("subject") is { ValueKind: not JsonValueKind.String } ? ("subject", "'subject' must be the name of a service")
            : fault.Text("risk") is { } risk && !Risks.Contains(risk) ? ("risk", $"the risk '{risk}' must be one of {string.Join(", ", Risks)}")
            : fault.Member("command") is { } command && !IsListOfTexts(command) ? ("command", "'command' must be a list of texts, a program and its arguments")
            : !fault.HasItems("command") && TextsOf(fault, "advice").Count == 0 ? ("name", "it needs 'advice' or 'command'")
            : null;
        return wrong is { } found ? ($"{path}.{found.Key}", $"{where}: {found.Says}") : null;
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
        catch (ArgumentException wrong)
        {
            return wrong.Message;
        }
        catch (NotSupportedException)
        {
            return "looking around, referring back and atomic groups are not allowed, so that no line can hold hale up";
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
