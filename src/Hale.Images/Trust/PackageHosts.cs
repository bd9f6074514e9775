using System.Text.RegularExpressions;
using Hale.Images.Dockerfiles;
using Hale.Images.Wanted;
using Hale.Kernel.Stacks;

namespace Hale.Images.Trust;

/// <summary>Which hosts a project's builds fetch packages from, told from the files that lie there.</summary>
public static partial class PackageHosts
{
    private const int MostNamed = 6;

    private static readonly (string File, string Host)[] Manifests =
    [
        ("package.json", "registry.npmjs.org"),
        ("pyproject.toml", "pypi.org"),
        ("requirements.txt", "pypi.org"),
        ("go.mod", "proxy.golang.org"),
        ("Cargo.toml", "index.crates.io"),
        ("Gemfile", "rubygems.org"),
        ("composer.json", "repo.packagist.org"),
        ("pom.xml", "repo.maven.apache.org"),
    ];

    /// <summary>The hosts that the code in a folder fetches from.</summary>
    public static IEnumerable<string> OfFolder(string folder) =>
        from manifest in Manifests
        where File.Exists(Path.Combine(folder, manifest.File))
        from host in manifest.File == "package.json" ? NpmHosts(folder) : [manifest.Host]
        select host;

    /// <summary>The hosts that a build fetches from: by what lies in its context, and by the addresses its Dockerfile names.</summary>
    public static IReadOnlyList<string> OfBuild(BuildSource build)
    {
        var named = StackImages.DockerfileOf(build) is not { } text ? [] : DockerfileText.Read(text).Instructions
            .Where(instruction => instruction.Keyword is "RUN" or "ADD")
            .SelectMany(instruction => Address().Matches(instruction.Text + instruction.HereDocuments).Select(found => found.Groups[1].Value))
            .Distinct()
            .Take(MostNamed);
        return [.. (build.IsRemote ? [] : Folders(build.Context).SelectMany(OfFolder)).Concat(named).Distinct()];
    }

    // A context is often the whole repository, with the packages one folder below.
    private static IEnumerable<string> Folders(string context) => Directory.Exists(context)
        ? Directory.EnumerateDirectories(context).Where(folder => Path.GetFileName(folder) is not ("node_modules" or ".git" or ".hale")).Take(50).Prepend(context)
        : [];

    private static IEnumerable<string> NpmHosts(string folder)
    {
        var settings = Path.Combine(folder, ".npmrc");
        var own = File.Exists(settings)
            ? File.ReadLines(settings).Select(line => NpmRegistry().Match(line)).FirstOrDefault(found => found.Success)?.Groups[1].Value
            : null;
        return [own ?? "registry.npmjs.org"];
    }

    [GeneratedRegex(@"https://([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?=[/:\s""']|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*registry\s*=\s*https://([^/:\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex NpmRegistry();
}
