using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>Secrets that are written out where everybody can read them: in Compose files, Dockerfiles, and the files that Compose's <c>secrets</c> name.</summary>
internal static partial class LiteralSecrets
{
    private const int MostDockerfiles = 50;
    private const int LongestSecret = 4096;

    public static IEnumerable<string> Of(Project project)
    {
        var compose = ComposeFiles.Of(project).ToList();
        return compose.SelectMany(file => In(HandWritten.TextIfAny(file)).Concat(SecretFiles(file).SelectMany(LinesOf)))
            .Concat(Dockerfiles(project).SelectMany(file => In(HandWritten.TextIfAny(file))));
    }

    /// <summary>The names in the Compose files that stand for variables of whoever runs Compose, as far as they can be told from other words.</summary>
    public static IEnumerable<string> Asked(Project project, Func<string, bool> isSecret) =>
        ComposeFiles.Of(project).SelectMany(file => Word().Matches(HandWritten.TextIfAny(file)).Select(found => found.Value)).Distinct().Where(isSecret);

    /// <summary>The variables that Compose makes into files of its <c>secrets</c>.</summary>
    public static IEnumerable<string> FromVariables(Project project) =>
        ComposeFiles.Of(project).SelectMany(file => SecretVariable().Matches(Block(file)).Select(found => found.Groups["name"].Value));

    /// <summary>The values of variables whose names speak of a secret; of one that is put together from others, what it is without them.</summary>
    public static IEnumerable<string> In(string text) => Named(text).Concat(InCommands().Matches(text).Select(found => found.Groups["value"].Value)).Distinct();

    private static IEnumerable<string> Named(string text) =>
        from found in Assigned().Matches(text).Concat(InInstructions(text))
        where SecretValues.IsNamed(found.Groups["name"].Value)
        let value = found.Groups["value"].Value.Trim('"', '\'')
        from part in Default().Match(value) is { Success: true } variable ? [variable.Groups["default"].Value] : value.Contains("${", StringComparison.Ordinal) ? Array.Empty<string>() : [value]
        where part.Length > 0
        select part;

    // ENV has an older form, without =, in which the rest of the line is the value.
    private static IEnumerable<Match> InInstructions(string text) =>
        from instruction in Instruction().Matches(text)
        from found in InstructionPair().Matches(instruction.Groups["pairs"].Value).Append(OldInstruction().Match(instruction.Value))
        where found.Success
        select found;

    private static IEnumerable<string> SecretFiles(string composeFile) =>
        SecretFile().Matches(Block(composeFile)).Select(found => Path.GetFullPath(found.Groups["path"].Value.Trim('"', '\''), Path.GetDirectoryName(composeFile)!));

    private static string Block(string composeFile) => SecretsBlock().Match(HandWritten.TextIfAny(composeFile)).Groups["block"].Value;

    private static IEnumerable<string> LinesOf(string file) => HandWritten.TextIfAny(file).Split('\n').Select(line => line.Trim()).Where(line => line.Length is > 0 and <= LongestSecret);

    private static IEnumerable<string> Dockerfiles(Project project) =>
        new[] { project.Directory }.Concat(Directory.EnumerateDirectories(project.Directory))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*Dockerfile*", new EnumerationOptions { IgnoreInaccessible = true }))
            .Take(MostDockerfiles);

    // API_TOKEN: value    - API_TOKEN=value    {API_TOKEN: "value"}    ENV API_TOKEN=value
    [GeneratedRegex("""(?<=^|[\s{,"'-])(?<name>[A-Z][A-Z0-9_]*)["']?(?:\s*:[ \t]+|=)(?<value>"[^"\n]*"|'[^'\n]*'|\$\{[^}\n]*\}|[^\s,}\]"'][^\s,}\]]*)""", RegexOptions.Multiline)]
    private static partial Regex Assigned();

    // ARG api_token=value    ENV api_token=value ANOTHER="value"    and both over several lines
    [GeneratedRegex(@"^[ \t]*(?:ARG|ENV)[ \t]+(?<pairs>(?:\\[ \t]*\r?\n|[^\n])*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    [GeneratedRegex("""(?<=^|\s)(?<name>[A-Za-z_]\w*)=(?<value>"[^"\n]*"|'[^'\n]*'|\$\{[^}\n]*\}|[^\s"']\S*)""")]
    private static partial Regex InstructionPair();

    // ENV api_token value
    [GeneratedRegex(@"^\s*ENV[ \t]+(?<name>[A-Za-z_]\w*)[ \t]+(?<value>[^\s\\][^\n]*?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OldInstruction();

    // redis-cli -a value    ["redis-cli", "-a", "value"]    mysqladmin -pvalue    --requirepass value    --password=value
    [GeneratedRegex("""(?:\bredis-cli\b[^\n]{0,200}?\s["']?-a["']?[\s,]+|\b(?:mysql|mariadb)[\w-]*\b[^\n]{0,200}?\s["']?-p|--(?:requirepass|masterauth|pass|password)["']?[=\s,]+(?:-[ \t]+)?)["']?(?<value>[^\s"',\]$-][^\s"',\]]*)""")]
    private static partial Regex InCommands();

    // ${NAME:-value}
    [GeneratedRegex(@"^\$\{\w+:?-(?<default>[^}]*)\}$")]
    private static partial Regex Default();

    [GeneratedRegex(@"^secrets:(?<block>[^\n]*(?:\n|\z)(?:[ \t#][^\n]*(?:\n|\z)|\n)*)", RegexOptions.Multiline)]
    private static partial Regex SecretsBlock();

    [GeneratedRegex(@"\b[A-Za-z_]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\benvironment:[ \t]*[""']?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex SecretVariable();

    [GeneratedRegex(@"\bfile:[ \t]*(?<path>""[^""\n]+""|'[^'\n]+'|[^\s#}]+)")]
    private static partial Regex SecretFile();
}
