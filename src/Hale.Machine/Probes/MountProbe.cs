using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;

namespace Hale.Machine.Probes;

/// <summary>Looks at the files and folders of this machine that the stack's services mount.</summary>
public sealed class MountProbe(Project project) : IProbe
{
    private const int MostNames = 50;

    public Needs Gives => Needs.Mounts;

    public Needs After => Needs.Model | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Mounts = Reading.Blind<MountFacts>(why) };

    // A folder on a disk that does not answer would hold the caller.
    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop) => Task.Run(() => Look(known), stop);

    private Func<Evidence, Evidence> Look(Evidence known)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so what is mounted is not known");
        }

        if (known.Engine.Known is { } engine && !engine.Endpoint.StartsWith("unix:", StringComparison.Ordinal))
        {
            return Blind("the engine is not on this machine, so what it mounts cannot be seen from here");
        }

        var mounts = from service in stack.Services
                     from mount in service.Mounts
                     where mount is { Kind: "bind", Source.Length: > 0 }
                     select See(service.Name, mount);
        var facts = new MountFacts([.. mounts]) { Selinux = IsEnforced() };
        return evidence => evidence with { Mounts = Reading.Of(facts) };
    }

    private static bool IsEnforced()
    {
        try
        {
            return File.ReadAllText("/sys/fs/selinux/enforce").Trim() == "1";
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private HostMount See(string service, Mount mount)
    {
        var source = mount.Source!.Length > 1 ? mount.Source.TrimEnd('/') : mount.Source;
        var folder = Directory.Exists(source);
        var disk = folder ? new DriveInfo(source) : null;
        return new HostMount
        {
            Service = service,
            Source = source,
            InProject = Inside(source),
            Target = mount.Target,
            ReadOnly = mount.ReadOnly,
            Exists = folder || Path.Exists(source),
            IsFolder = folder,
            FileSystem = Told(() => disk?.DriveFormat),
            FreeBytes = Told(() => disk?.AvailableFreeSpace),
            Holds = folder ? NamesIn(source) : null,
            Template = TemplatesOf(source).FirstOrDefault(File.Exists) is { } template ? Inside(template) : null,
        };
    }

    private static T? Told<T>(Func<T?> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private string? Inside(string path) =>
        path == project.Directory || path.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetRelativePath(project.Directory, path)
            : null;

    // app.conf: app.conf.example, app.example.conf
    private static IEnumerable<string> TemplatesOf(string path) => EnvTemplates.Endings
        .SelectMany(ending => (string[])[path + ending, $"{Path.ChangeExtension(path, null)}{ending}{Path.GetExtension(path)}"]);

    private static string[]? NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Take(MostNames).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
