using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>The project's files that matter before Compose can be asked.</summary>
public sealed class ProjectProbe(Project project, Func<string, string?> variable) : IProbe
{
    private const int MostElsewhere = 5;

    // The order in which Compose looks (docs.docker.com/compose/intro/compose-application-model).
    private static readonly string[] Names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    public Needs Gives => Needs.Project;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(5);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Project = Reading.Blind<ProjectFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var found = Found();
        var facts = new ProjectFacts
        {
            ComposeFiles = found,
            ComposeFilesElsewhere = found.Count > 0 ? [] : Elsewhere(),
            MissingEnvFiles = EnvFiles.Missing(project) is { } missing ? [missing] : [],
        };
        return Task.FromResult<Func<Evidence, Evidence>>(evidence => evidence with { Project = Reading.Of(facts) });
    }

    private IReadOnlyList<string> Found()
    {
        if (project.Files.Count > 0)
        {
            return project.Files;
        }

        if (variable("COMPOSE_FILE") is { Length: > 0 } given)
        {
            return given.Split(variable("COMPOSE_PATH_SEPARATOR") is { Length: > 0 } separator ? separator : Path.PathSeparator.ToString());
        }

        for (var folder = project.Directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) is { } file)
            {
                return [Path.GetRelativePath(project.Directory, Path.Combine(folder, file))];
            }
        }

        return [];
    }

    private IReadOnlyList<string> Elsewhere() =>
    [
        .. Directory.EnumerateDirectories(project.Directory)
            .Concat(Directory.EnumerateDirectories(project.Directory).SelectMany(below => Below(below)))
            .Where(folder => Names.Any(name => File.Exists(Path.Combine(folder, name))))
            .Select(folder => Path.GetRelativePath(project.Directory, folder))
            .Take(MostElsewhere),
    ];

    private static string[] Below(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
