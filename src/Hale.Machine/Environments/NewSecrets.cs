using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>
/// Secrets of its own for an environment file that is made from a template. Only what can be told apart from everything else is replaced: a value
/// that a Compose file or another entry holds too is left, since what is meant by it there would no longer fit.
/// </summary>
internal static class NewSecrets
{
    /// <summary>The variables of the template whose value only stands for a secret and stands nowhere else.</summary>
    public static IReadOnlyList<string> In(Project project, string template)
    {
        var text = HandWritten.Text(template);
        var sensitive = EnvSpec.Read(text).Where(rule => rule.Sensitive).Select(rule => rule.Name).ToHashSet();
        var entries = EnvText.Entries(text);
        string[] elsewhere = [.. ComposeFiles.Of(project).Select(HandWritten.Text), .. Directory.EnumerateFiles(project.Directory, "*.env*").Where(file => file != template && EnvTemplates.IsThere(file)).Select(HandWritten.Text)];
        return
        [
            .. from entry in entries
               let value = EnvText.Plain(entry.Value)
               where value is { Length: > 0 } && SecretValues.IsPlaceholder(value) && (SecretValues.IsNamed(entry.Name) || sensitive.Contains(entry.Name))
               where !elsewhere.Any(other => other.Contains(value, StringComparison.Ordinal))
               where entries.All(other => other == entry || !other.Value.Contains(value, StringComparison.Ordinal))
               select entry.Name,
        ];
    }

    /// <summary>The template's bytes with a new secret for each of these variables.</summary>
    /// <exception cref="FormatException">The template is UTF-16.</exception>
    public static byte[] Fill(byte[] template, IReadOnlyList<string> names) =>
        names.Count == 0 ? template : EnvEdit.Set(template, names.ToDictionary(name => name, _ => SecretValues.New()));
}
