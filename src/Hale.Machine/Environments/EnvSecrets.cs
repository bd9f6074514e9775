using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>The values in a project's files that are meant to be secret, so that they can be kept out of what others read.</summary>
public sealed class EnvSecrets
{
    private const int ShortestDeclared = 6;

    // A short line of a long secret, such as a brace, is no secret by itself.
    private const int ShortestLine = 8;

    // Everybody knows these, and they are words of ordinary sentences, which would be unreadable without them.
    private static readonly HashSet<string> Everyone = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "secret", "token", "changeme", "change-me", "example", "admin", "root", "test", "user", "guest", "true", "false", "none",
        "postgres", "postgresql", "mysql", "mariadb", "redis", "mongo", "rabbitmq", "minioadmin", "default", "development", "production", "localhost", "database",
    };

    private readonly HashSet<string> _declared = [];
    private readonly HashSet<string> _open = [];

    private EnvSecrets()
    {
    }

    /// <summary>The secrets of the files, and of the shell where they ask for its variables.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <param name="project">The project.</param>
    /// <param name="variable">Gives the value of an environment variable of this process.</param>
    public static EnvSecrets Of(Project project, Func<string, string?> variable)
    {
        var found = new EnvSecrets();
        try
        {
            found.Read(project, variable);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // The folder itself cannot be listed, and then nothing of it is told either.
        }

        return found;
    }

    /// <summary>The secrets among variables as a service has them.</summary>
    public IEnumerable<string> Among(IEnumerable<KeyValuePair<string, string>> variables) =>
        Hidden(variables.SelectMany(pair => IsSecret(pair.Key, pair.Value) ? [pair.Value] : InAddress(pair.Value)));

    /// <summary>The secrets that stand in a command line itself, which need not come from the project's files.</summary>
    public static IReadOnlyList<string> InCommand(string line) => [.. LiteralSecrets.In(line).Where(value => !Everyone.Contains(value))];

    private void Read(Project project, Func<string, string?> variable)
    {
        var files = Directory.EnumerateFiles(project.Directory, "*.env*").Union(EnvFiles.Named(project)).Select(HandWritten.TextIfAny).ToList();
        _declared.UnionWith(files.SelectMany(EnvSpec.Read).Where(rule => rule.Sensitive).Select(rule => rule.Name).Concat(LiteralSecrets.FromVariables(project)));
        var pairs = files.SelectMany(EnvText.Entries).SelectMany(entry => EnvText.Readings(entry.Value), (entry, value) => (entry.Name, Value: value)).ToList();
        _open.UnionWith(pairs.Where(pair => !IsSecret(pair.Name, pair.Value)).Select(pair => pair.Value));
        var inFiles = pairs.SelectMany(pair => IsSecret(pair.Name, pair.Value) ? [pair.Value] : InAddress(pair.Value));
        var inShell = LiteralSecrets.Asked(project, name => IsSecret(name, variable(name) ?? "")).Select(variable).OfType<string>();
        Values = [.. Hidden(inFiles.Concat(inShell).Concat(LiteralSecrets.Of(project))).Distinct()];
    }

    // What a container prints is told line by line.
    private IEnumerable<string> Hidden(IEnumerable<string> values) =>
        from value in values
        from part in value.Contains('\n', StringComparison.Ordinal) ? value.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= ShortestLine) : [value]
        where !_open.Contains(part) && !Everyone.Contains(part)
        select part;

    // A password that is the user's name, or the database's, too, as in notes:notes@db/notes, is a word of ordinary sentences.
    private static IEnumerable<string> InAddress(string value) =>
        from found in UrlPassword.Pattern().Matches(value)
        let password = found.Groups["password"].Value
        where !Regex.IsMatch(value.Remove(found.Groups["password"].Index, password.Length), $@"\b{Regex.Escape(password)}\b")
        from reading in new[] { password, Uri.UnescapeDataString(password) }.Distinct()
        select reading;

    // A whole file may be declared sensitive, its ports and truth values too: without those no message could be read.
    private bool IsSecret(string name, string value) =>
        SecretValues.IsNamed(name) || (value.Length >= ShortestDeclared && _declared.Contains(name));
}
