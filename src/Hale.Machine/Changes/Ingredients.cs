using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Projects;

namespace Hale.Machine.Changes;

/// <summary>What a stack is made of, as digests: no value of a variable can be read from it.</summary>
internal sealed record Ingredients
{
    private const int MostFiles = 200;
    private const int LargestFile = 4 << 20;
    private const int ShortDigest = 4;

    private static readonly string[] Locks =
    [
        "package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "pyproject.toml", "poetry.lock", "uv.lock", "Pipfile.lock",
        "requirements.txt", "go.mod", "go.sum", "Cargo.lock", "Gemfile.lock", "composer.lock", ".dockerignore",
    ];

    public DateTimeOffset At { get; init; }

    /// <summary>What the digests of variables are made with: it is made anew for each checkout.</summary>
    public string Key { get; init; } = "";

    /// <summary>Digests of the parts of Compose's model, such as <c>api image</c>.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    /// <summary>For each environment file a few signs of each variable's digest: too few to try values against.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Variables { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The digests of Compose files, Dockerfiles and lock files, relative to the project.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Size and time of each file that was read.</summary>
    public IReadOnlyDictionary<string, string> Stamps { get; init; } = new Dictionary<string, string>();

    /// <summary>Git's branch and commit; null where there is none.</summary>
    public string? Head { get; init; }

    /// <summary>The ones that lie in files, as they are now. No process is started.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">Its model; null when it is not known, nor which files it names.</param>
    /// <param name="key">What the digests of variables are made with.</param>
    /// <param name="before">Files that counted before, relative to the project: they are looked at whatever the model names now.</param>
    public static Ingredients Of(Project project, Stack? stack, string key, params IEnumerable<string> before)
    {
        var builds = (stack?.Services ?? []).Select(service => service.Build).OfType<BuildSource>().Where(build => !build.IsRemote).ToList();
        var folders = builds.Select(build => build.Context).Append(project.Directory).Distinct();
        string[] files =
        [
            .. ComposeFiles.Of(project)
                .Concat(builds.Select(build => build.Dockerfile).OfType<string>())
                .Concat(folders.SelectMany(folder => Locks.Select(name => Path.Combine(folder, name))))
                .Concat(before.Select(file => Path.GetFullPath(file, project.Directory)))
                .Distinct().Where(File.Exists).Take(MostFiles),
        ];
        string[] settings = [.. EnvFilesOf(project).Take(MostFiles)];
        return new Ingredients
        {
            Key = key,
            Files = files.ToDictionary(file => Path.GetRelativePath(project.Directory, file), DigestOf),
            Variables = settings.ToDictionary(file => Path.GetRelativePath(project.Directory, file), file => (IReadOnlyDictionary<string, string>)VariablesOf(file, key)),
            Stamps = files.Concat(settings).Distinct().ToDictionary(file => Path.GetRelativePath(project.Directory, file), StampOf),
            Head = GitHead.Read(project.Directory),
        };
    }

    /// <summary>The size and time of a file; another one for a file that is not there.</summary>
    public static string StampOf(string path) => new FileInfo(path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")
        : "";

    private static IEnumerable<string> EnvFilesOf(Project project)
    {
        try
        {
            return [.. Directory.EnumerateFiles(project.Directory, "*.env*").Where(file => !EnvTemplates.Is(file)).Order(StringComparer.Ordinal)];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string DigestOf(string path) => BytesOf(path) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : StampOf(path);

    private static Dictionary<string, string> VariablesOf(string path, string key)
    {
        var digests = new Dictionary<string, string>();
        foreach (var entry in BytesOf(path) is { } bytes ? EnvText.Entries(EnvText.Decode(bytes)) : [])
        {
            digests[entry.Name] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{entry.Name}={entry.Value}")))[..ShortDigest];
        }

        return digests;
    }

    private static byte[]? BytesOf(string path)
    {
        try
        {
            // A pipe has no length, and whoever opens one waits for its writer.
            return new FileInfo(path) switch
            {
                { Exists: true, Length: 0 } => [],
                { Exists: true, Length: <= LargestFile } => File.ReadAllBytes(path),
                _ => null,
            };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
