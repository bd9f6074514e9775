using Hale.Images.References;
using Hale.Images.Wanted;
using Hale.Kernel.Commands;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Mirrors;

/// <summary>Pulls images from a mirror, keeps them under Hale's own name, and redirects the stack to them.</summary>
public sealed class MirrorHand(ICommandRunner runner, IImageStore images, IComposer composer) : IHand
{
    public bool Takes(Act act) => act is UseMirror;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var wanted = (UseMirror)act;
        if (ImageReference.Parse(wanted.Image) is not { } image)
        {
            return new Receipt(false, $"'{wanted.Image}' is no image reference");
        }

        var there = image.In(wanted.Mirror);
        if (await images.PullAsync(there, progress, stop).ConfigureAwait(false) is { Kind: not RegistryAnswerKind.Offered } answer)
        {
            return new Receipt(false, $"the mirror does not give {there}: {answer.Text}");
        }

        var name = OwnName.For(image, "mirror");
        var tag = await runner.RunAsync(new Command("docker", ["tag", there, name]), null, stop).ConfigureAwait(false);
        if (!tag.Done)
        {
            return new Receipt(false, $"docker tag failed: {tag.LastWords}");
        }

        var says = $"{wanted.Image} comes from the mirror {wanted.Mirror}";
        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        return new Receipt(true, says)
        {
            Undo = $"hale overlay --clear && docker image rm {name} {there}",
            Overlay = model.Stack is { } stack ? Redirects.Of(stack, wanted.Image, name, says) : [],
        };
    }
}
