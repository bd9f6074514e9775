using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Looks at the project's files before Compose is asked.</summary>
public sealed partial class ProjectProbe(Project project) : IProbe
{
    public Needs Gives => Needs.Project;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Project = Reading.Blind<ProjectFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        OpenFolder.Demand(project.Directory);
        var files = ComposeFiles.Of(project);
        var facts = new ProjectFacts
        {
            ComposeFiles = [.. files.Select(file => Path.GetRelativePath(project.Directory, file))],
            ComposeFilesElsewhere = files.Count > 0 ? [] : ComposeFiles.Below(project),
            NoFiles = ComposeFiles.NotFiles(project),
            MissingEnvFiles = EnvFiles.Missing(project.Directory, files),
            MergeMarkers = [.. files.Select(file => FirstLine(file, line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal))).OfType<string>()],
            TabIndents = [.. files.Select(file => FirstLine(file, TabIndents.Has)).OfType<string>()],
            TabLines = files.Select(file => TabIndents.Of(HandWritten.Lines(file))).FirstOrDefault(lines => lines.Count > 0) ?? [],
            PortVariables = [.. files.SelectMany(file => PortVariable().Matches(HandWritten.Text(file))).Select(found => found.Groups["name"].Value).Distinct()],
        };
        return Task.FromResult<Func<Evidence, Evidence>>(evidence => evidence with { Project = Reading.Of(facts) });
    }

    private string? FirstLine(string file, Func<string, bool> isMeant)
    {
        var at = HandWritten.Lines(file).Index().FirstOrDefault(line => isMeant(line.Item));
        return at.Item is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(project.Directory, file)} line {at.Index + 1}");
    }

    //   - "${WEB_PORT}:80"      - 127.0.0.1:$WEB_PORT:80      ports: ["${WEB_PORT}:80"]      published: ${WEB_PORT}
    [GeneratedRegex("""(?:(?:^\s*-|ports:\s*\[|,)\s*["']?(?:[\d.]+:)?\$\{?(?<name>\w+)\}?:\d+|^\s*(?:-\s*)?published:\s*["']?\$\{?(?<name>\w+)\}?["']?\s*$)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PortVariable();
}
