using Hale.Images.Dockerfiles;
using Hale.Images.References;
using Hale.Images.StandIns;
using Hale.Images.Trust;
using Hale.Images.Wanted;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Probes;

/// <summary>
/// Which images the stack needs from outside and whether they can be had. The engine alone is asked while everything is there;
/// registries, mirrors and the distribution's archive only for what is missing.
/// </summary>
public sealed class ImageProbe(
    IImageStore images,
    IComposer composer,
    ICommandRunner runner,
    HostAuthorities authorities,
    HttpMessageInvoker web,
    Func<string, string?> environment) : IProbe
{
    private const string MirrorsVariable = "HALE_REGISTRY_MIRRORS";
    private static readonly Uri Archive = new("http://deb.debian.org/debian/dists/stable/InRelease");
    private static readonly TimeSpan ArchivePatience = TimeSpan.FromSeconds(5);

    public Needs Gives => Needs.Images;

    public Needs After => Needs.Engine | Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Images = Reading.Blind<ImageFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so the images that it needs are not known");
        }

        if (known.Engine.Known is not { Refusal: null })
        {
            return Blind($"the engine cannot be asked which images it has: {known.Engine.Known?.RefusalText ?? known.Engine.Unknown ?? "it was not looked for"}");
        }

        var there = await BuiltAsync(stack, stop).ConfigureAwait(false);
        var building = await BuildingAsync(stack, there, stop).ConfigureAwait(false);
        var facts = await LookAsync(stack, [.. StackImages.Run(stack), .. StackImages.Built(building)], stop).ConfigureAwait(false);
        facts = facts with { ChangedSinceBuilt = await ChangedAsync(stack, building, there, stop).ConfigureAwait(false) };
        return evidence => evidence with { Images = Reading.Of(facts) };
    }

    /// <summary>The services that are built and whose image the engine has.</summary>
    private async Task<HashSet<string>> BuiltAsync(Stack stack, CancellationToken stop)
    {
        var built = stack.Services.Where(service => service.Build is not null).ToList();
        var there = built.Count == 0 ? new Dictionary<string, string>() : await images.IdsAsync([.. built.Select(service => service.Image)], stop).ConfigureAwait(false);
        return built.Where(service => there.ContainsKey(service.Image)).Select(service => service.Name).ToHashSet();
    }

    private async Task<List<Service>> BuildingAsync(Stack stack, HashSet<string> there, CancellationToken stop)
    {
        var built = stack.Services.Where(service => service.Build is not null).ToList();
        if (built.Count == 0)
        {
            return [];
        }

        var outOfDate = await composer.OutOfDateAsync(stack, stop).ConfigureAwait(false);
        return [.. built.Where(service => outOfDate.Contains(service.Name) || !there.Contains(service.Name))];
    }

    private async Task<IReadOnlyList<string>> ChangedAsync(Stack stack, List<Service> building, HashSet<string> there, CancellationToken stop) =>
        building.Exists(service => there.Contains(service.Name))
            ? [.. (await composer.ChangedSinceBuiltAsync(stack, stop).ConfigureAwait(false)).Where(there.Contains)]
            : [];

    private async Task<ImageFacts> LookAsync(Stack stack, IReadOnlyList<NeededImage> needed, CancellationToken stop)
    {
        var names = needed.Select(one => Usable(one.Reference)).Concat(needed.Select(one => one.Redirect)).OfType<string>().Distinct().ToList();
        var there = names.Count == 0 ? new Dictionary<string, string>() : await images.IdsAsync(names, stop).ConfigureAwait(false);
        var wanted = needed
            .GroupBy(one => Usable(one.Reference))
            .Where(group => group.Key is not null)
            .Select(group => Gather(group.Key!, [.. group], there))
            .ToList();

        if (wanted.TrueForAll(image => image.Present || image.Redirect is not null))
        {
            return new ImageFacts(await WithTrustAsync(wanted, stop).ConfigureAwait(false));
        }

        var mirrors = await MirrorsAsync(stack, stop).ConfigureAwait(false);
        var archive = ArchiveAnswersAsync(stop);
        // Who names a platform of its own knows why.
        var forAnother = stack.Services.Where(service => service.Platform is not null).Select(service => service.Name).ToHashSet();
        var asked = await Task.WhenAll(wanted.Select(image => AskAsync(image, mirrors, forAnother, stop))).ConfigureAwait(false);
        return new ImageFacts(await WithTrustAsync(asked, stop).ConfigureAwait(false))
        {
            Mirrors = mirrors,
            ArchiveAnswers = await archive.ConfigureAwait(false),
            CanBootstrap = runner.Find("mmdebstrap") is not null,
        };
    }

    private static string? Usable(string reference) => ImageReference.Parse(reference)?.Familiar;

    private static WantedImage Gather(string name, IReadOnlyList<NeededImage> uses, IReadOnlyDictionary<string, string> there)
    {
        var redirect = uses[0].Redirect;
        var redirected = redirect is not null && there.ContainsKey(redirect) && uses.All(use => use.Redirect == redirect || use.Build is ImageUseKind.Frontend);
        return new WantedImage
        {
            Reference = uses[0].Reference,
            RunBy = Services(uses.Where(use => use.Build is null)),
            BuiltFromBy = Services(uses.Where(use => use.Build is ImageUseKind.Stage or ImageUseKind.Copied)),
            FrontendOf = Services(uses.Where(use => use.Build is ImageUseKind.Frontend)),
            OnlyCopiedFrom = uses.All(use => use.Build is ImageUseKind.Copied),
            LooksLike = uses.Select(use => use.LooksLike).FirstOrDefault(near => near is not null),
            Present = there.ContainsKey(name),
            Redirect = redirected ? redirect : null,
        };
    }

    private static List<string> Services(IEnumerable<NeededImage> uses) => [.. uses.Select(use => use.Service).Distinct()];

    private async Task<WantedImage> AskAsync(WantedImage image, IReadOnlyList<string> mirrors, HashSet<string> forAnother, CancellationToken stop)
    {
        if (image.Present || image.Redirect is not null || ImageReference.Parse(image.Reference) is not { } reference)
        {
            return image;
        }

        var answer = await images.AskRegistryAsync(reference.Familiar, stop).ConfigureAwait(false);
        if (answer.Kind is RegistryAnswerKind.NoPlatform && forAnother.Overlaps(image.RunBy.Concat(image.BuiltFromBy)))
        {
            answer = new RegistryAnswer(RegistryAnswerKind.Offered, "");
        }

        image = image with { Registry = answer, Recipe = RecipeBook.For(image.Reference)?.Name };
        if (answer.Kind is RegistryAnswerKind.Offered)
        {
            return image;
        }

        var offers = await Task.WhenAll(mirrors.Select(async mirror =>
            (mirror, answer: await images.AskRegistryAsync(reference.In(mirror), stop).ConfigureAwait(false)))).ConfigureAwait(false);
        return image with { OfferedBy = offers.FirstOrDefault(offer => offer.answer.Kind is RegistryAnswerKind.Offered).mirror };
    }

    private async Task<IReadOnlyList<WantedImage>> WithTrustAsync(IReadOnlyList<WantedImage> wanted, CancellationToken stop)
    {
        if (wanted.All(image => image.BuiltFromBy.Count == 0) || !authorities.Read().Has(out var added) || added.Count == 0)
        {
            return wanted;
        }

        var key = HostAuthorities.Key(added);
        return await Task.WhenAll(wanted.Select(async image =>
        {
            if (image.BuiltFromBy.Count == 0 || image.Redirect is null)
            {
                return image;
            }

            var labels = await images.LabelsAsync(image.Redirect, stop).ConfigureAwait(false);
            return image with { TrustsHost = labels?.GetValueOrDefault(HostAuthorities.Label) == key };
        })).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> MirrorsAsync(Stack stack, CancellationToken stop)
    {
        var own = environment(MirrorsVariable)?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var engines = await images.MirrorsAsync(stop).ConfigureAwait(false);
        return [.. stack.Settings.Mirrors.Concat(own).Concat(engines).Distinct()];
    }

    private async Task<bool> ArchiveAnswersAsync(CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(ArchivePatience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Archive);
            using var answer = await web.SendAsync(request, late.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception refusal) when (refusal is HttpRequestException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }
}
