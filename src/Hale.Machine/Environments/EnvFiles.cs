using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>Finds environment files that are missing though a template of theirs lies beside them.</summary>
public static partial class EnvFiles
{
    /// <summary>The missing ones of a project.</summary>
    public static IReadOnlyList<MissingEnvFile> Missing(Project project) => Missing(project.Directory, ComposeFiles.Of(project));

    /// <summary>The environment files that the Compose files name in plain sight, whether they are there or not.</summary>
    internal static IEnumerable<string> Named(Project project) => NamedIn(ComposeFiles.Of(project));

    /// <summary>The missing ones: the project's own <c>.env</c>, and those that the Compose files name in plain sight.</summary>
    internal static IReadOnlyList<MissingEnvFile> Missing(string project, IReadOnlyList<string> composeFiles)
    {
        var wanted = NamedIn(composeFiles)
            .Prepend(Path.Combine(project, ".env"))
            .Distinct();
        return
        [
            .. from path in wanted
               where path.StartsWith(project + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.Exists(path)
               let template = EnvTemplates.Of(path)
               where template is not null
               select new MissingEnvFile(Path.GetRelativePath(project, path), Path.GetRelativePath(project, template)),
        ];
    }

    private static IEnumerable<string> NamedIn(IReadOnlyList<string> composeFiles) =>
        composeFiles.SelectMany(file => NamesIn(HandWritten.TextIfAny(file)).Select(name => Path.GetFullPath(name, Path.GetDirectoryName(file)!)));

    // Compose's YAML is not parsed here; a value in a line of its own is enough to see:
    //   env_file: .env.local      env_file: [a.env]      env_file:\n  - path: a.env\n    required: false
    private static IEnumerable<string> NamesIn(string text)
    {
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (Key().Match(lines[at]) is not { Success: true } key)
            {
                continue;
            }

            foreach (var name in Plain().Matches(key.Groups["rest"].Value).Select(found => found.Value).Where(IsEnvFile))
            {
                yield return name;
            }

            var indent = key.Groups["indent"].Length;
            for (var below = at + 1; below < lines.Length && Item().Match(lines[below]) is { Success: true } item && item.Groups["indent"].Length >= indent; below++)
            {
                var optional = below + 1 < lines.Length && Optional().IsMatch(lines[below + 1]);
                if (!optional && item.Groups["name"].Value.Trim('"', '\'') is var name && IsEnvFile(name))
                {
                    yield return name;
                }
            }
        }
    }

    private static bool IsEnvFile(string name) =>
        name.EndsWith(".env", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith(".env", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<indent>\s*)env_file:(?<rest>.*)$")]
    private static partial Regex Key();

    [GeneratedRegex("""(?<=")[^"\n]+(?="\s*(?:[,\]]|$))|(?<=')[^'\n]+(?='\s*(?:[,\]]|$))|[^\s,\[\]"'#]+""")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?<indent>\s*)(- (path:\s*)?(?<name>[^\s#]+)|required:.*)\s*(#.*)?$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s+required:\s*false")]
    private static partial Regex Optional();
}
