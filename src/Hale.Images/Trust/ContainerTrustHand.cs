using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Trust;

/// <summary>Gives the containers of a service this machine's roots, mounted read-only, and the variables that name them.</summary>
public sealed class ContainerTrustHand(Project project, HostAuthorities authorities) : IHand
{
    private const long LargestCertificate = 64 << 10;

    public bool Takes(Act act) => act is TrustInContainer;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var service = ((TrustInContainer)act).Service;
        List<string> added = [.. (authorities.Read().Known ?? []).Select(one => one.Pem), .. await OwnAsync(stop).ConfigureAwait(false)];
        if (added.Count == 0 || HostAuthorities.Bundle() is not { } bundle)
        {
            return new Receipt(false, "this machine has no bundle of certificate authorities to give");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(project.TrustBundle)!);
        var missing = added.Select(pem => pem.ReplaceLineEndings("\n").TrimEnd()).Where(pem => !bundle.Contains(pem, StringComparison.Ordinal));
        await File.WriteAllTextAsync(project.TrustBundle, string.Join('\n', missing.Prepend(bundle.TrimEnd())) + "\n", stop).ConfigureAwait(false);

        var says = $"the containers of '{service}' get this machine's certificate authorities, read-only";
        return new Receipt(true, says) { Undo = "hale overlay --clear", Overlay = LinesFor(service, project.TrustBundle, says) };
    }

    /// <summary>The authority that signs the project's own certificate, where it has one.</summary>
    private async Task<IReadOnlyList<string>> OwnAsync(CancellationToken stop) =>
        new FileInfo(project.AuthorityFile) is { Exists: true, Length: > 0 and < LargestCertificate } file
            ? [await File.ReadAllTextAsync(file.FullName, stop).ConfigureAwait(false)]
            : [];

    private static List<OverlayLine> LinesFor(string service, string file, string says)
    {
        var line = new OverlayLine { Service = service, Path = [], Values = [], Because = says };
        return
        [
            line with { Path = ["volumes"], Values = [$"{file}:{TrustVariables.MountedBundle}:ro"], IsList = true, Part = "trust" },
            .. TrustVariables.For(TrustVariables.MountedBundle, TrustVariables.MountedBundle)
                .Select(one => line with { Path = ["environment", one.Name], Values = [one.Value] }),
        ];
    }
}
