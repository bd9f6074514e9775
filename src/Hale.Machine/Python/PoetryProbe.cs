using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Python;

/// <summary>Looks at the files of Poetry's projects: the project's own folder, and the folders that images are built from.</summary>
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
        var contexts = known.Model.Known?.Stack?.Services.Select(service => service.Build).OfType<BuildSource>().Where(build => !build.IsRemote).Select(build => build.Context) ?? [];
        var projects = contexts.Prepend(project.Directory).Select(Path.TrimEndingDirectorySeparator).Distinct().Take(MostFolders).Select(Look).OfType<PoetryProject>().ToList();
        var version = projects.Count > 0 ? await VersionAsync(stop).ConfigureAwait(false) : null;
        return evidence => evidence with { Poetry = Reading.Of(new PoetryFacts(projects) { HostVersion = version }) };
    }

    private async Task<string?> VersionAsync(CancellationToken stop)
    {
        if (runner.Find("poetry") is not { } poetry)
        {
            return null;
        }

        var end = await runner.RunAsync(new Command(poetry, ["--version"]) { Timeout = TimeSpan.FromSeconds(15) }, null, stop).ConfigureAwait(false);
        return end.Done && Number().Match(end.Output) is { Success: true } found ? found.Value : null;
    }

    private PoetryProject? Look(string folder)
    {
        if (Text(Path.Combine(folder, "pyproject.toml")) is not { } text)
        {
            return null;
        }

        var locked = Text(Path.Combine(folder, "poetry.lock"));
        var seen = WithLock(new PoetryProject { Folder = Path.GetRelativePath(project.Directory, folder), VenvLeadsTo = DeadLink(Path.Combine(folder, ".venv", "bin", "python")) }, locked);
        try
        {
            var toml = TomlReader.Read(text);
            var (standard, own) = (ContentHash.Table(toml, "project"), ContentHash.Table(ContentHash.Table(toml, "tool"), "poetry"));
            var backend = ContentHash.Table(toml, "build-system").GetValueOrDefault("build-backend") as string ?? "";
            return own.Count == 0 && locked is null && !backend.Contains("poetry", StringComparison.Ordinal)
                ? null
                : seen with
                {
                    Python = standard.GetValueOrDefault("requires-python") as string ?? ContentHash.Table(own, "dependencies").GetValueOrDefault("python") as string,
                    PackageMode = own.GetValueOrDefault("package-mode") is not false,
                    HashNow = ContentHash.Of(toml),
                };
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
            var metadata = ContentHash.Table(TomlReader.Read(locked), "metadata");
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
        return link.LinkTarget is { } target && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true } ? target : null;
    }

    private static string? Text(string path) => new FileInfo(path) is { Exists: true, Length: < LargestFile } ? File.ReadAllText(path) : null;

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Number();

    // # This file is automatically @generated by Poetry 2.1.2 and should not be changed by hand.
    [GeneratedRegex(@"@generated by Poetry (\d[\d.]*)")]
    private static partial Regex Generator();
}
