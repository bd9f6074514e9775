using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>
/// The package sources that can give a whole Docker, best first: the distribution's own packages where they are new enough, Docker's
/// repository where it answers, a newer suite of the same distribution.
/// </summary>
public sealed class PackageOffers(HttpMessageInvoker web)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly DockerPackages Debian = new("docker.io", "docker-cli", "docker-compose", "docker-buildx");
    private static readonly DockerPackages Ubuntu = new("docker.io", "docker.io", "docker-compose-v2", "docker-buildx");
    private static readonly DockerPackages Docker = new("docker-ce", "docker-ce-cli", "docker-compose-plugin", "docker-buildx-plugin");

    public async Task<IReadOnlyList<PackageOffer>> ForAsync(string distribution, string codename, CancellationToken stop)
    {
        if (distribution is not ("debian" or "ubuntu") || codename.Length == 0)
        {
            return [];
        }

        // Debian has had Compose 2 since trixie; Ubuntu since jammy's updates.
        if (distribution is "ubuntu" || codename is "trixie" or "forky" or "sid")
        {
            return [new PackageOffer(new(PackageSourceKind.Distribution), distribution is "ubuntu" ? Ubuntu : Debian, "2.24 or later")];
        }

        var offers = new List<PackageOffer>();
        if (await AnswersAsync($"https://download.docker.com/linux/{distribution}/dists/{codename}/InRelease", stop).ConfigureAwait(false))
        {
            offers.Add(new PackageOffer(new(PackageSourceKind.DockerRepository, codename), Docker, "2.24 or later"));
        }

        if (codename is "bookworm" && await AnswersAsync("http://deb.debian.org/debian/dists/trixie/InRelease", stop).ConfigureAwait(false))
        {
            offers.Add(new PackageOffer(new(PackageSourceKind.NewerSuite, "trixie"), Debian, "2.26"));
        }

        return offers;
    }

    private async Task<bool> AnswersAsync(string address, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Patience);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await web.SendAsync(question, late.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception refusal) when (refusal is HttpRequestException or IOException || (refusal is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
