using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Changes;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Looks what changed since the stack was last healthy.</summary>
public sealed class ChangesProbe(Project project, HealthyFile healthy, IComposer composer, IImageStore images) : IProbe
{
    private const int MostFolders = 2000;
    private const int MostWritten = 5;
    private static readonly HashSet<string> NotSources = [".git", ".hale", "node_modules", ".venv", "venv", "vendor", "target", "__pycache__", "dist", "build", ".next", ".cache"];

    public Needs Gives => Needs.Changes;

    public Needs After => Needs.Model | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Changes = Reading.Blind<ChangeFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (healthy.Read() is not { } before)
        {
            return evidence => evidence with { Changes = Reading.Of(new ChangeFacts(null, [])) };
        }

        // Files are held against the time at which they were read; the stack may have been seen healthy again since.
        var since = healthy.LastSeen().ToLocalTime();
        var stack = known.Model.Known?.Stack;
        var now = Ingredients.Of(project, stack, before.Key, before.Files.Keys) with
        {
            Parts = stack is null ? new Dictionary<string, string>() : (await composer.ResolveAsync(stop).ConfigureAwait(false)).Parts,
            Images = stack is null ? new Dictionary<string, string>() : await ImagesAsync(before, stack, stop).ConfigureAwait(false),
        };
        string[] compose = [.. ComposeFiles.Of(project).Select(file => Path.GetRelativePath(project.Directory, file))];
        var changes = Differences.Between(before, now, compose);
        var written = Written(since.UtcDateTime, [.. now.Stamps.Keys], stop);
        IReadOnlyList<string> all = written.Count == 0 ? changes : [.. changes, $"written since then: {string.Join(", ", written)}"];
        return evidence => evidence with { Changes = Reading.Of(new ChangeFacts(since, all)) };
    }

    // An image that is built here is another one after each build; that its sources changed is told by their names.
    private async Task<IReadOnlyDictionary<string, string>> ImagesAsync(Ingredients before, Stack stack, CancellationToken stop)
    {
        var built = stack.Services.Where(service => service.Build is not null).Select(service => service.Image).ToHashSet();
        try
        {
            return await images.IdsAsync([.. before.Images.Keys.Where(name => !built.Contains(name))], stop).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            return new Dictionary<string, string>();
        }
    }

    private List<string> Written(DateTime since, HashSet<string> known, CancellationToken stop)
    {
        var found = new List<(string Name, DateTime At)>();
        var left = new Queue<string>([project.Directory]);
        for (var seen = 0; left.TryDequeue(out var folder) && seen < MostFolders; seen++)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(one => one.LinkTarget is null))
                {
                    if (entry is DirectoryInfo)
                    {
                        if (!NotSources.Contains(entry.Name))
                        {
                            left.Enqueue(entry.FullName);
                        }
                    }
                    else if (entry.LastWriteTimeUtc > since && Path.GetRelativePath(project.Directory, entry.FullName) is var name && !known.Contains(name))
                    {
                        found.Add((name, entry.LastWriteTimeUtc));
                    }
                }
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        var names = found.OrderByDescending(one => one.At).Select(one => one.Name).Take(MostWritten).ToList();
        return found.Count > MostWritten ? [.. names, $"and {found.Count - MostWritten} more"] : names;
    }
}
