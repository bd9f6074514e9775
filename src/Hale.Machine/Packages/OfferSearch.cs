using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Packages;

/// <summary>Looks for package sources that can give a whole, new enough Docker: the distribution, Docker's repository, a newer suite.</summary>
public sealed class OfferSearch(ICommandRunner runner)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>The offers, best first; none where packages are not installed with <c>apt</c>.</summary>
    public async Task<IReadOnlyList<PackageOffer>> FindAsync(OsRelease release, CancellationToken stop)
    {
        if (release.Id is not ("debian" or "ubuntu") || runner.Find("apt-get") is null)
        {
            return [];
        }

        var docker = AnswersAsync($"https://download.docker.com/linux/{release.Id}/dists/{release.Codename}/Release", stop);
        var newer = NewerAsync(release, stop);
        PackageOffer?[] found =
        [
            await OwnAsync(release, stop).ConfigureAwait(false),
            await docker.ConfigureAwait(false) ? new(new(PackageSourceKind.DockerRepository), KnownPackages.Docker, "2") : null,
            await newer.ConfigureAwait(false),
        ];
        return [.. found.OfType<PackageOffer>()];
    }

    private async Task<PackageOffer?> OwnAsync(OsRelease release, CancellationToken stop)
    {
        var packages = release.Id == "ubuntu" ? KnownPackages.Ubuntu : KnownPackages.Debian;
        var names = new[] { packages.Engine, packages.Cli, packages.Compose, packages.Buildx };
        var end = await runner.RunAsync(new Command("apt-cache", ["policy", .. names]) { Environment = new Dictionary<string, string?> { ["LC_ALL"] = "C" } }, null, stop)
            .ConfigureAwait(false);
        var candidates = Candidates(end.Output);
        if (names.All(candidates.ContainsKey))
        {
            return Requirements.Meets(candidates[packages.Compose], Requirements.Compose) && Requirements.Meets(candidates[packages.Engine], Requirements.Engine)
                ? new(new(PackageSourceKind.Distribution), packages, candidates[packages.Compose])
                : null;
        }

        // A machine that never ran `apt-get update` knows no package at all.
        return candidates.Count == 0 && KnownPackages.ComposeIn(release.Id, release.Codename) is { } compose
            ? new(new(PackageSourceKind.Distribution), packages, compose)
            : null;
    }

    private static async Task<PackageOffer?> NewerAsync(OsRelease release, CancellationToken stop)
    {
        if (KnownPackages.NewerThan(release.Id, release.Codename) is not { } suite || AptSource.Of(release.Codename) is not { } source)
        {
            return null;
        }

        return await AnswersAsync($"{source.Address}/dists/{suite}/Release", stop).ConfigureAwait(false)
            ? new(new(PackageSourceKind.NewerSuite, suite), KnownPackages.Debian, KnownPackages.ComposeIn(release.Id, suite) ?? Requirements.Compose)
            : null;
    }

    // "docker-compose:\n  Installed: (none)\n  Candidate: 1.29.2-3\n …"
    private static Dictionary<string, string> Candidates(string policy)
    {
        var candidates = new Dictionary<string, string>();
        var package = "";
        foreach (var line in policy.Split('\n'))
        {
            if (line.EndsWith(':') && line[0] != ' ')
            {
                package = line[..^1];
            }
            else if (line.Trim().Split(": ", 2) is ["Candidate", var version] && version != "(none)")
            {
                // An epoch says nothing about the program's own version.
                candidates[package] = version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..];
            }
        }

        return candidates;
    }

    private static async Task<bool> AnswersAsync(string address, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(address));
            using var answer = await http.SendAsync(question, stop).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception refusal) when (refusal is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }
}
