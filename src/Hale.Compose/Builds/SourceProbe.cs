using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Builds;

/// <summary>Looks at what the stack's images are built from: contexts, Dockerfiles, and what of them the builder is not given.</summary>
public sealed class SourceProbe(Project project) : IProbe
{
    private const int MostDockerfiles = 5;
    private const int MostElsewhere = 3;
    private const int DeepestLook = 4;

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = DeepestLook,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    public Needs Gives => Needs.Sources;

    public Needs After => Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Sources = Reading.Blind<SourceFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Task.FromResult(Blind("Compose gave no model, so what it builds from is not known"));
        }

        var built = stack.Services.Where(service => service.Build is { IsRemote: false }).ToList();
        return Task.Run<Func<Evidence, Evidence>>(
            () =>
            {
                var facts = new SourceFacts([.. built.Select(service => See(service.Name, service.Build!, stop))]);
                return evidence => evidence with { Sources = Reading.Of(facts) };
            },
            stop);
    }

    private SeenSource See(string service, BuildSource build, CancellationToken stop)
    {
        var seen = new SeenSource { Service = service, Context = Relative(build.Context), ContextExists = Directory.Exists(build.Context), Submodule = IsSubmodule(build.Context) };
        if (build.Dockerfile is { } dockerfile)
        {
            var exists = File.Exists(dockerfile);
            seen = seen with
            {
                Dockerfile = Relative(dockerfile),
                DockerfileExists = exists,
                DockerfileElsewhere = exists || !seen.ContextExists ? [] : [.. Dockerfiles(build.Context, dockerfile).Take(MostDockerfiles)],
            };
        }

        var text = build.DockerfileInline ?? (seen.DockerfileExists ? File.ReadAllText(build.Dockerfile!) : "");
        var ignore = IgnoreFileOf(build);
        var rules = IgnoreRules.Parse(ignore is null ? "" : File.ReadAllText(ignore));
        return seen with
        {
            AptUpdates = [.. AptUpdates.In(text)],
            IgnoreFile = ignore is null ? null : Relative(ignore),
            Lacked = !seen.ContextExists ? [] : [.. CopySources.In(text).Select(copy => SeeSource(copy, build.Context, rules, stop)).OfType<LackedFile>()],
        };
    }

    private static string? IgnoreFileOf(BuildSource build)
    {
        string?[] places = [build.Dockerfile is { } file ? file + ".dockerignore" : null, Path.Combine(build.Context, ".dockerignore")];
        return places.FirstOrDefault(File.Exists);
    }

    private LackedFile? SeeSource((int Line, string Source) copy, string context, IgnoreRules rules, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var written = Path.GetFullPath(copy.Source.TrimStart('/').TrimEnd('/'), context);
        var leadsOut = written != context && !written.StartsWith(context.TrimEnd('/') + "/", StringComparison.Ordinal);
        var lacked = new LackedFile(copy.Line, copy.Source) { LeadsOut = leadsOut };
        var path = lacked.Below[1..];
        var place = Path.Combine(context, path);
        if (path.Length == 0 && !leadsOut)
        {
            return null;
        }

        lacked = lacked with { Exists = path.Length > 0 && (File.Exists(place) || Directory.Exists(place)), IgnoredBy = rules.DecidingFor(path) };
        return lacked is { Exists: true, IgnoredBy: null, LeadsOut: false } ? null
            : lacked.Exists ? lacked
            : lacked with { Elsewhere = Elsewhere(Path.GetFileName(path)), GitIgnored = IsGitIgnored(place) };
    }

    private List<string> Elsewhere(string name) => name.Length == 0 ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(project.Directory, name, Below)
            .Select(Relative)
            .Where(path => !path.Split('/').Any(part => part is "node_modules" or ".git" or ".hale"))
            .Take(MostElsewhere),
    ];

    private IEnumerable<string> Dockerfiles(string context, string wanted) =>
        Directory.EnumerateFiles(context, "*ockerfile*", new EnumerationOptions { IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive })
            .Concat(Path.GetDirectoryName(wanted) is { } folder && folder != context && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*ockerfile*") : [])
            .Where(file => !file.EndsWith(".dockerignore", StringComparison.Ordinal))
            .Select(Relative)
            .Order(StringComparer.Ordinal);

    // A line of .gitignore that is the file's own name, or that of a folder on the way to it; other patterns are Git's to read.
    private bool IsGitIgnored(string place)
    {
        for (var folder = Path.GetDirectoryName(place); folder is not null && folder.Length >= project.Directory.Length; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, ".gitignore");
            var parts = Path.GetRelativePath(folder, place).Split('/');
            if (File.Exists(file) && File.ReadLines(file).Any(line => line.Trim().Trim('/') is { Length: > 0 } name && (parts.Contains(name) || name == string.Join('/', parts))))
            {
                return true;
            }
        }

        return false;
    }

    // "	path = vendor/widgets"
    private bool IsSubmodule(string context)
    {
        var modules = Path.Combine(project.Directory, ".gitmodules");
        return File.Exists(modules) && File.ReadLines(modules)
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2 && parts[0].Trim() == "path")
            .Select(parts => Path.GetFullPath(parts[1].Trim(), project.Directory))
            .Any(path => context == path || context.StartsWith(path + "/", StringComparison.Ordinal));
    }

    private string Relative(string path) => Path.GetRelativePath(project.Directory, path);
}
