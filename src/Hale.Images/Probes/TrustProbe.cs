using Hale.Images.Trust;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Probes;

/// <summary>
/// Which certificate authorities were added to this machine, and whether one of them signs for the package registries that the project
/// uses. Asked only when something is to be built that does not trust them yet, or a service runs the project's own code.
/// </summary>
public sealed class TrustProbe(Project project, HostAuthorities authorities) : IProbe
{
    // Who sets one of these has seen to it.
    private static readonly string[] SeenTo = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"];

    public Needs Gives => Needs.Trust;

    public Needs After => Needs.Model | Needs.Images;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Trust = Reading.Blind<TrustFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so what asks for packages is not known");
        }

        var building = known.Images.Known is { } images ? Untrusting(images, stack) : [];
        var running = stack.Services.Where(service => service.Build is null && RunsOwnCode(service).Any()).ToList();
        if (building.Count == 0 && running.Count == 0)
        {
            return Seen(new TrustFacts());
        }

        if (!authorities.Read().Has(out var added))
        {
            return Blind(authorities.Read().Unknown ?? "the certificate authorities of this machine cannot be read");
        }

        if (added.Count == 0)
        {
            return Seen(new TrustFacts());
        }

        var hosts = building.SelectMany(PackageHosts.OfBuild).Concat(running.SelectMany(RunsOwnCode).SelectMany(PackageHosts.OfFolder));
        return Seen(new TrustFacts
        {
            Extra = [.. added.Select(one => one.Facts)],
            Hosts = await Signers.AskAsync(hosts, added, stop).ConfigureAwait(false),
            ServicesWithout = [.. running.Select(service => service.Name)],
        });
    }

    private static Func<Evidence, Evidence> Seen(TrustFacts facts) => evidence => evidence with { Trust = Reading.Of(facts) };

    private static List<BuildSource> Untrusting(ImageFacts images, Stack stack)
    {
        var services = images.Images
            .Where(image => image is { TrustsHost: false, OnlyCopiedFrom: false })
            .Where(image => image.Present || image.Redirect is not null || image.Registry is { Kind: RegistryAnswerKind.Offered })
            .SelectMany(image => image.BuiltFromBy)
            .ToHashSet();
        return [.. stack.Services.Where(service => services.Contains(service.Name)).Select(service => service.Build).OfType<BuildSource>()];
    }

    /// <summary>The folders of the project that a service has mounted and that hold code with packages.</summary>
    private IEnumerable<string> RunsOwnCode(Service service) =>
        service.EnvironmentNames.Intersect(SeenTo).Any()
            ? []
            : from mount in service.Mounts
              where mount.Kind == "bind" && mount.Source is not null && IsInProject(mount.Source) && PackageHosts.OfFolder(mount.Source).Any()
              select mount.Source;

    private bool IsInProject(string folder) =>
        folder == project.Directory || folder.StartsWith(project.Directory.TrimEnd('/') + "/", StringComparison.Ordinal);
}
