using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>All that says something of a project's variables: its <c>.env</c>, the template and schema of that, and where the Compose files put variables in.</summary>
internal sealed class EnvSources
{
    // Compose reads these for itself.
    private static readonly string[] OfTools = ["COMPOSE_", "DOCKER_", "BUILDKIT_", "HALE_"];

    private EnvSources(Project project)
    {
        File = Path.Combine(project.Directory, ".env");
        Template = EnvTemplates.Of(File);
        Own = EntriesOf(File);
        Templates = Template is null ? [] : EntriesOf(Template);
        Rules = new[] { Template, File + EnvTemplates.Schema }.OfType<string>().Where(EnvTemplates.IsThere)
            .SelectMany(source => EnvSpec.Read(HandWritten.Text(source)))
            .GroupBy(rule => rule.Name).ToDictionary(same => same.Key, same => same.Last());
        IsGivenWhole = EnvFiles.Named(project).Contains(File);
        Uses = [.. ComposeFiles.Of(project).SelectMany(HandWritten.Lines).Where(line => !line.TrimStart().StartsWith('#')).SelectMany(ComposeVariables.In)];
    }

    /// <summary>The path of <c>.env</c>, whether it is there or not.</summary>
    public string File { get; }

    public string? Template { get; }

    /// <summary>The entries of <c>.env</c>; of a name that stands twice the last one counts.</summary>
    public IReadOnlyDictionary<string, EnvEntry> Own { get; }

    public IReadOnlyDictionary<string, EnvEntry> Templates { get; }

    public IReadOnlyDictionary<string, EnvRule> Rules { get; }

    public IReadOnlyList<ComposeVariable> Uses { get; }

    /// <summary>True when a service gets all of <c>.env</c>, whatever its program makes of it.</summary>
    public bool IsGivenWhole { get; }

    /// <summary>The variables of <c>.env</c> that no Compose file puts in anywhere and no service gets with the whole file.</summary>
    public IEnumerable<string> UnusedByCompose => IsGivenWhole ? [] : Own.Keys
        .Except(Uses.Select(use => use.Name))
        .Except(Own.Values.SelectMany(entry => ComposeVariables.In(entry.Value)).Select(use => use.Name))
        .Where(name => !Array.Exists(OfTools, tool => name.StartsWith(tool, StringComparison.Ordinal)));

    /// <summary>Every name, in the order of the alphabet.</summary>
    public IEnumerable<string> Names => Templates.Keys.Union(Rules.Keys).Union(Own.Keys).Union(Uses.Select(use => use.Name)).Order(StringComparer.Ordinal);

    public static EnvSources Of(Project project) => new(project);

    public bool IsSecret(string name) => SecretValues.IsNamed(name) || (Rules.TryGetValue(name, out var rule) && rule.Sensitive);

    private static Dictionary<string, EnvEntry> EntriesOf(string file) =>
        EnvText.Entries(EnvTemplates.IsThere(file) ? HandWritten.Text(file) : "").GroupBy(entry => entry.Name).ToDictionary(same => same.Key, same => same.Last());
}
