using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Packages;

/// <summary>Makes a package source known to <c>apt</c> in files of Hale's own, so that taking it back is removing them.</summary>
internal sealed class AddedSource(RootCommands root)
{
    private const string DockerKeys = "/etc/apt/keyrings/hale-docker.asc";

    /// <summary>The files that were written, or the command that refused.</summary>
    public async Task<(IReadOnlyList<string> Files, CommandEnd? Refusal)> AddAsync(PackageSource source, OsRelease release, CancellationToken stop)
    {
        var texts = source.Kind switch
        {
            PackageSourceKind.NewerSuite => OfNewerSuite(source.Suite, AptSource.Of(release.Codename) ?? new("http://deb.debian.org/debian", "")),
            PackageSourceKind.DockerRepository => await OfDockerAsync(release, stop).ConfigureAwait(false),
            _ => [],
        };
        foreach (var (path, text) in texts)
        {
            var written = await root.WriteAsync(path, text, stop).ConfigureAwait(false);
            if (!written.Done)
            {
                return ([], written);
            }
        }

        return ([.. texts.Select(file => file.Path)], null);
    }

    // Priority 100: nothing comes from there by itself, neither by an install nor by an upgrade.
    private static (string Path, string Text)[] OfNewerSuite(string suite, AptSource own) =>
    [
        ($"/etc/apt/preferences.d/hale-{suite}",
            $"Explanation: written by Hale, so that only what is asked for by name comes from {suite}\nPackage: *\nPin: release n={suite}\nPin-Priority: 100\n"),
        ($"/etc/apt/sources.list.d/hale-{suite}.sources",
            $"Types: deb\nURIs: {own.Address}\nSuites: {suite}\nComponents: main\n{(own.Keyring.Length > 0 ? $"Signed-By: {own.Keyring}\n" : "")}"),
    ];

    private static async Task<(string Path, string Text)[]> OfDockerAsync(OsRelease release, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var keys = await http.GetStringAsync(new Uri($"https://download.docker.com/linux/{release.Id}/gpg"), stop).ConfigureAwait(false);
        return
        [
            (DockerKeys, keys),
            ("/etc/apt/sources.list.d/hale-docker.sources",
                $"Types: deb\nURIs: https://download.docker.com/linux/{release.Id}\nSuites: {release.Codename}\nComponents: stable\nSigned-By: {DockerKeys}\n"),
        ];
    }
}
