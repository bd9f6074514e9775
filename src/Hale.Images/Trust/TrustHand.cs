using Hale.Images.Dockerfiles;
using Hale.Images.References;
using Hale.Images.Wanted;
using Hale.Kernel.Commands;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Trust;

/// <summary>Derives images that trust this machine's extra authorities as well, and redirects builds to them.</summary>
public sealed class TrustHand(ICommandRunner runner, IImageStore images, IComposer composer, HostAuthorities authorities) : IHand
{
    private const string BaseLabel = "hale.base";
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(5);

    public bool Takes(Act act) => act is TrustInImage;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var wanted = (TrustInImage)act;
        if (!authorities.Read().Has(out var added) || added.Count == 0 || ImageReference.Parse(wanted.Image) is not { } image)
        {
            return new Receipt(false, $"there is no authority to add to {wanted.Image}");
        }

        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        if (model.Stack is not { } stack)
        {
            return new Receipt(false, "Compose does not give the model");
        }

        var uses = StackImages.All(stack)
            .Where(needed => needed.Build is ImageUseKind.Stage && ImageReference.Parse(needed.Reference)?.Familiar == image.Familiar)
            .ToList();
        var basis = await BasisAsync(image, uses.Select(needed => needed.Redirect).FirstOrDefault(redirect => redirect is not null), stop).ConfigureAwait(false);
        var name = OwnName.For(image, "ca");
        if (await MakeAsync(basis, name, added, progress, stop).ConfigureAwait(false) is { } refusal)
        {
            return new Receipt(false, $"{wanted.Image} could not be given the authorities: {refusal}");
        }

        var says = $"builds begin from {wanted.Image} with {Many(added.Count)} of this machine added";
        return new Receipt(true, says)
        {
            Undo = $"hale overlay --clear && docker image rm {name}",
            Overlay = [.. uses.Select(needed => Redirects.BuildLine(needed, name, says))],
        };
    }

    private static string Many(int count) => count == 1 ? "the extra certificate authority" : $"the {count} extra certificate authorities";

    /// <summary>What is used now; of an image that this hand made before, what it was made from.</summary>
    private async Task<string> BasisAsync(ImageReference image, string? redirect, CancellationToken stop)
    {
        var used = redirect ?? image.Familiar;
        return (await images.LabelsAsync(used, stop).ConfigureAwait(false))?.GetValueOrDefault(BaseLabel) ?? used;
    }

    private async Task<string?> MakeAsync(string basis, string name, IReadOnlyList<AddedAuthority> added, Action<string> progress, CancellationToken stop)
    {
        var there = await images.IdsAsync([basis], stop).ConfigureAwait(false);
        if (there.Count == 0 && await images.PullAsync(basis, progress, stop).ConfigureAwait(false) is { Kind: not RegistryAnswerKind.Offered } answer)
        {
            return answer.Text;
        }

        var words = "";
        if (await ImageInside.LookAsync(runner, basis, refused => words = refused, stop).ConfigureAwait(false) is not { } inside)
        {
            return words;
        }

        var build = new Command(
            "docker",
            [
                "build", "--network", "none", "--progress", "plain", "--tag", name,
                "--label", $"{HostAuthorities.Label}={HostAuthorities.Key(added)}",
                "--label", $"{BaseLabel}={basis}", "-",
            ])
        {
            Input = TrustingImage.Dockerfile(basis, inside, added, HostAuthorities.Bundle()),
            Timeout = BuildPatience,
        };
        var end = await runner.RunAsync(build, (line, _) => progress(line), stop).ConfigureAwait(false);
        return end.Done ? null : $"docker build failed: {end.LastWords}";
    }
}
