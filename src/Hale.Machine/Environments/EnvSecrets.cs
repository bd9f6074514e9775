using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>The values in a project's files that are meant to be secret, so that they can be kept out of what others read.</summary>
public static partial class EnvSecrets
{
    private const int ShortestDeclared = 6;

    // Everybody knows these, and they are words of ordinary sentences, which would be unreadable without them.
    private static readonly HashSet<string> Everyone = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "secret", "token", "changeme", "change-me", "example", "admin", "root", "test", "user", "guest", "true", "false", "none",
        "postgres", "postgresql", "mysql", "mariadb", "redis", "mongo", "rabbitmq", "minioadmin", "default", "development", "production", "localhost", "database",
    };

    public static IReadOnlyList<string> Of(Project project)
    {
        try
        {
            var files = Directory.EnumerateFiles(project.Directory, "*.env*").Union(EnvFiles.Named(project)).Select(HandWritten.TextIfAny).ToList();
            var declared = files.SelectMany(EnvSpec.Read).Where(rule => rule.Sensitive).Select(rule => rule.Name).ToHashSet();
            var pairs = files.SelectMany(text => text.Split('\n')).Select(line => Pair().Match(line)).Where(pair => pair.Success)
                .Select(pair => (Name: pair.Groups[1].Value, Value: pair.Groups[2].Value.Trim().Trim('"', '\''))).ToList();
            var open = pairs.Where(pair => !IsSecret(pair, declared)).Select(pair => pair.Value).ToHashSet();
            return [.. pairs.Where(pair => IsSecret(pair, declared)).Select(pair => pair.Value).Concat(LiteralSecrets.Of(project)).Where(value => !open.Contains(value) && !Everyone.Contains(value)).Distinct()];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The secrets that stand in a command line itself, which need not come from the project's files.</summary>
    public static IReadOnlyList<string> InCommand(string line) => [.. LiteralSecrets.In(line).Where(value => !Everyone.Contains(value))];

    // A whole file may be declared sensitive, its ports and truth values too: without those no message could be read.
    private static bool IsSecret((string Name, string Value) pair, HashSet<string> declared) =>
        SecretValues.IsNamed(pair.Name) || (pair.Value.Length >= ShortestDeclared && declared.Contains(pair.Name));

    [GeneratedRegex(@"^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.+)$")]
    private static partial Regex Pair();
}
