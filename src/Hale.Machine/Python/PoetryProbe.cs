using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Python;

/// <summary>Looks at the files of Poetry's projects: the project's own folder, and the folders that images are built from or services mount.</summary>
public sealed partial class PoetryProbe(Project project, ICommandRunner runner) : IProbe
{
    private const int LargestFile = 16 << 20;
    private const int MostFolders = 20;

    public Needs Gives => Needs.Poetry;

    public Needs After => Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Poetry = Reading.Blind<PoetryFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        OpenFolder.Demand(project.Directory);
        var services = known.Model.Known?.Stack?.Services ?? [];
        var contexts = services.Select(service => service.Build).OfType<BuildSource>().Where(build => !build.IsRemote).Select(build => build.Context);
        var folders = contexts.Prepend(project.Directory).Select(Path.TrimEndingDirectorySeparator).Distinct().Take(MostFolders);
        var projects = new List<PoetryProject>();
        foreach (var folder in folders)
        {
            if (Look(folder) is { } seen)
            {
                projects.Add(await WithGitAsync(WithServices(seen, folder, services), folder, stop).ConfigureAwait(false));
            }
        }

        // Only what may have to be locked again asks for Poetry itself, which takes its time to answer.
        var version = projects.Exists(IsAskew) ? await VersionAsync(stop).ConfigureAwait(false) : null;
        return evidence => evidence with { Poetry = Reading.Of(new PoetryFacts(projects) { HostVersion = version }) };
    }

    private static bool IsAskew(PoetryProject seen) => seen.Lock is not LockState.Whole || seen.HashInLock != seen.HashNow || seen.VenvLeadsTo is not null;

    private async Task<string?> VersionAsync(CancellationToken stop)
    {
        if (runner.Find("poetry") is not { } poetry)
        {
            return null;
        }

        var end = await runner.RunAsync(new Command(poetry, ["--version"]) { Timeout = TimeSpan.FromSeconds(15) }, null, stop).ConfigureAwait(false);
        return end.Done && Number().Match(end.Output) is { Success: true } found ? found.Value : null;
    }

    private async Task<PoetryProject> WithGitAsync(PoetryProject seen, string folder, CancellationToken stop)
    {
        if (seen.Lock is LockState.Whole || runner.Find("git") is not { } git)
        {
            return seen;
        }

        var show = new Command(git, ["show", "HEAD:./poetry.lock"]) { Folder = folder, Timeout = TimeSpan.FromSeconds(5), KeepsCharacters = LargestFile };
        var end = await runner.RunAsync(show, null, stop).ConfigureAwait(false);
        return seen with { WholeInGit = end.Done && WithLock(seen, end.Output).Lock is LockState.Whole };
    }

    private static PoetryProject WithServices(PoetryProject seen, string folder, IReadOnlyList<Service> services)
    {
        var built = services.Where(service => service.Build is { IsRemote: false } build && Path.TrimEndingDirectorySeparator(build.Context) == folder).ToList();
        var calling = built.FirstOrDefault(service => Is(Call(), service));
        return seen with
        {
            Service = calling?.Name,
            LockIsCopied = calling is not null && Is(LockByName(), calling),
            VenvEntersBuild = seen.VenvEntersBuild && built.Exists(service => Is(WholeContext(), service)),
            MountedBy = services.FirstOrDefault(service => service.Mounts.Any(mount => mount is { Kind: "bind", Source: { } source } && Path.TrimEndingDirectorySeparator(source) == folder))?.Name,
        };
    }

    private static bool Is(Regex said, Service service) => service.Build is { } build && DockerfileOf(build) is { } text && said.IsMatch(text);

    private static string? DockerfileOf(BuildSource build) => build.DockerfileInline ?? (build.Dockerfile is { } path ? Text(path) : null);

    private PoetryProject? Look(string folder)
    {
        if (Text(Path.Combine(folder, "pyproject.toml")) is not { } text)
        {
            return null;
        }

        var locked = Text(Path.Combine(folder, "poetry.lock"));
        var seen = WithLock(new PoetryProject { Folder = Path.GetRelativePath(project.Directory, folder), VenvLeadsTo = DeadLink(Path.Combine(folder, ".venv", "bin", "python")), VenvEntersBuild = IsOpenVenv(folder) }, locked);
        try
        {
            return PyprojectFacts.Read(text, locked is not null) is { } facts ? facts.Into(seen, folder) : null;
        }
        catch (TomlException broken)
        {
            return locked is null && !text.Contains("poetry", StringComparison.Ordinal) ? null : seen with { Pyproject = Where(text, broken) };
        }
    }

    private static PoetryProject WithLock(PoetryProject seen, string? locked)
    {
        if (string.IsNullOrWhiteSpace(locked))
        {
            return seen with { Lock = locked is null ? LockState.Missing : LockState.Empty };
        }

        try
        {
            var metadata = PyprojectFacts.Table(TomlReader.Read(locked), "metadata");
            return seen with
            {
                Lock = metadata.Count > 0 ? LockState.Whole : LockState.Broken,
                BrokenLock = metadata.Count > 0 ? null : new BrokenToml(locked.Split('\n').Length, false),
                LockVersion = metadata.GetValueOrDefault("lock-version") as string,
                HashInLock = metadata.GetValueOrDefault("content-hash") as string,
                LockedBy = Generator().Match(locked) is { Success: true } by ? by.Groups[1].Value : null,
            };
        }
        catch (TomlException broken)
        {
            return seen with { Lock = LockState.Broken, BrokenLock = Where(locked, broken) };
        }
    }

    // The mark of a merge may be valid TOML up to where reading stops, so that it is looked for by itself.
    private static BrokenToml Where(string text, TomlException broken)
    {
        var marked = text.Split('\n').Index().FirstOrDefault(line => line.Item.StartsWith("<<<<<<< ", StringComparison.Ordinal));
        return marked.Item is null ? new BrokenToml(broken.Line, false) : new BrokenToml(marked.Index + 1, true);
    }

    private static string? DeadLink(string interpreter)
    {
        var link = new FileInfo(interpreter);
        try
        {
            return link.LinkTarget is { } target && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true } ? target : null;
        }
        catch (IOException)
        {
            return link.LinkTarget;
        }
    }

    private static bool IsOpenVenv(string folder) =>
        Directory.Exists(Path.Combine(folder, ".venv")) && !(Text(Path.Combine(folder, ".dockerignore")) is { } ignored && IgnoresVenv().IsMatch(ignored));

    private static string? Text(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: < LargestFile } ? File.ReadAllText(path) : null;
        }
        catch (FileNotFoundException)
        {
            // A link that leads nowhere.
            return null;
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Number();

    // RUN poetry install --no-root
    [GeneratedRegex(@"\bpoetry\s+(?:install|sync|export|lock|build|run|check|config)\b")]
    private static partial Regex Call();

    // COPY pyproject.toml poetry.lock ./
    [GeneratedRegex(@"^\s*(?:COPY|ADD)\s.*\bpoetry\.lock(?!\*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex LockByName();

    // COPY . .
    [GeneratedRegex(@"^\s*(?:COPY|ADD)\s+(?:--(?!from)\S+\s+)*\./?\s", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex WholeContext();

    // **/.venv
    [GeneratedRegex(@"^(?:\*\*/)?/?(?:\.venv/?|\.\*|\*)\s*$", RegexOptions.Multiline)]
    private static partial Regex IgnoresVenv();

    // # This file is automatically @generated by Poetry 2.1.2 and should not be changed by hand.
    [GeneratedRegex(@"@generated by Poetry (\d[\d.]*)")]
    private static partial Regex Generator();
}
