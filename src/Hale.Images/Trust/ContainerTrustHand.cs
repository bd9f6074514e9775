using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Trust;

/// <summary>Gives the containers of a service this machine's roots, mounted read-only, and the variables that name them.</summary>
public sealed class ContainerTrustHand(Project project, HostAuthorities authorities) : IHand
{
    private const string BundleName = "ca-bundle.crt";

    public bool Takes(Act act) => act is TrustInContainer;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var service = ((TrustInContainer)act).Service;
        if (!authorities.Read().Has(out var added) || added.Count == 0 || HostAuthorities.Bundle() is not { } bundle)
        {
            return new Receipt(false, "this machine has no bundle of certificate authorities to give");
        }

        var folder = Path.Combine(project.State, "trust");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, BundleName);
        var missing = added.Where(one => !bundle.Contains(one.Pem.ReplaceLineEndings("\n"), StringComparison.Ordinal)).Select(one => one.Pem);
        await File.WriteAllTextAsync(file, string.Join('\n', missing.Prepend(bundle.TrimEnd())) + "\n", stop).ConfigureAwait(false);

        var says = $"the containers of '{service}' get this machine's certificate authorities, read-only";
        return new Receipt(true, says) { Undo = "hale overlay --clear", Overlay = LinesFor(service, file, says) };
    }

    private static List<OverlayLine> LinesFor(string service, string file, string says)
    {
        var line = new OverlayLine { Service = service, Path = [], Values = [], Because = says };
        return
        [
            line with { Path = ["volumes"], Values = [$"{file}:{TrustVariables.MountedBundle}:ro"], IsList = true },
            .. TrustVariables.For(TrustVariables.MountedBundle, TrustVariables.MountedBundle)
                .Select(one => line with { Path = ["environment", one.Name], Values = [one.Value] }),
        ];
    }
}
