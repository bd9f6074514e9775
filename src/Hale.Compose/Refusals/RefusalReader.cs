using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Compose.Sources;
using Hale.Kernel.Commands;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Refusals;

/// <summary>Reads what Compose says when it refuses a project's files, and finds the place that it means, which it seldom names.</summary>
internal static partial class RefusalReader
{
    public static ComposeRefusal Read(CommandEnd end, ComposeSources sources)
    {
        var message = end.ExitCode is null ? end.Refusal ?? "" : MessageIn(end.Errors);
        var place = PlaceOf(message, new Places(sources));
        return new ComposeRefusal(end.ExitCode ?? -1, message, place?.File, place?.Line);
    }

    /// <summary>The message without the warnings before it, on one line.</summary>
    private static string MessageIn(string errors) => string.Join(
        ' ',
        errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("time=\"", StringComparison.Ordinal) && !line.StartsWith("WARN[", StringComparison.Ordinal)));

    private static Place? PlaceOf(string message, Places places)
    {
        // validating /src/compose.yaml: services.web Additional property foo is not allowed
        if (Extra().Match(message) is { Success: true } extra)
        {
            var path = Value(extra, "path");
            var name = Value(extra, "name");
            return places.OfPath(path.Length == 0 ? name : $"{path}.{name}", Value(extra, "file"));
        }

        // validating /src/compose.yaml: services.web.ports must be a list
        if (Invalid().Match(message) is { Success: true } invalid)
        {
            return places.OfPath(Value(invalid, "path"), Value(invalid, "file"));
        }

        // yaml: unmarshal errors: line 4: mapping key "image" already defined at line 3
        if (Twice().Match(message) is { Success: true } twice)
        {
            return places.OfKeyAt(Number(twice), Value(twice, "key"));
        }

        // failed to read /src/.env: line 2: key cannot contain a space
        if (ReadAt().Match(message) is { Success: true } read)
        {
            return new Place(Value(read, "file"), Number(read));
        }

        if (message.StartsWith("yaml: ", StringComparison.Ordinal) || message.StartsWith("failed to parse ", StringComparison.Ordinal))
        {
            return places.OfBrokenYaml(YamlLine().Match(message) is { Success: true } at ? Number(at) : null);
        }

        return message == "empty compose file" ? places.OfWhole() : PlaceOfName(message, places);
    }

    private static Place? PlaceOfName(string message, Places places)
    {
        // open /src/base.yaml: no such file or directory · env file /src/a.env not found · open /src/compose.yaml: permission denied
        if (Missing().Match(message) is { Success: true } missing)
        {
            return places.OfFileName(Value(missing, "file"));
        }

        // error while interpolating services.web.image: … · invalid interpolation format for services.web.image.
        if (Dotted().Match(message) is { Success: true } dotted)
        {
            return places.OfPath(Value(dotted, "path").TrimEnd('.'), null);
        }

        // dependency cycle detected: a -> b -> a
        if (Cycle().Match(message) is { Success: true } cycle)
        {
            return places.OfPath($"services.{Value(cycle, "service")}.depends_on", null);
        }

        // service "web" depends on undefined service "db": invalid compose project
        if (OfService().Match(message) is { Success: true } service)
        {
            return places.OfNameIn($"services.{Value(service, "service")}", Value(service, "rest"));
        }

        // Invalid containerPort: abc
        return LastWord().Match(message) is { Success: true } last ? places.OfOnlyMention(Value(last, "word")) : null;
    }

    private static string Value(Match match, string group) => match.Groups[group].Value;

    private static int Number(Match match) => int.Parse(Value(match, "line"), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^validating (?<file>.+?): (?:\(root\)|(?<path>\S+)) [Aa]dditional propert(?:y|ies) '?(?<name>\S+?)'? (?:is |are )?not allowed")]
    private static partial Regex Extra();

    [GeneratedRegex(@"^validating (?<file>.+?): (?:\(root\) )?(?<path>[A-Za-z]\S*) ")]
    private static partial Regex Invalid();

    [GeneratedRegex("line (?<line>\\d+): mapping key \"(?<key>[^\"]*)\" already defined")]
    private static partial Regex Twice();

    [GeneratedRegex(@"^failed to read (?<file>.+?): line (?<line>\d+):")]
    private static partial Regex ReadAt();

    [GeneratedRegex(@"line (?<line>\d+)")]
    private static partial Regex YamlLine();

    [GeneratedRegex(@"(?:open|stat|env file|lstat|read) (?<file>/.+?)(?: not found)?: .*(?:no such file|permission denied|is a directory|not a directory)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?:interpolating |format for |'|^)(?<path>(?:services|networks|volumes|secrets|configs|include)\.[^\s:']+)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"cycle detected: (?<service>\S+) ->")]
    private static partial Regex Cycle();

    [GeneratedRegex("service \"?(?<service>[A-Za-z0-9._-]+)\"?:? (?<rest>.*)$")]
    private static partial Regex OfService();

    [GeneratedRegex(@": ""?(?<word>[^\s:""]{2,})""?$")]
    private static partial Regex LastWord();
}
