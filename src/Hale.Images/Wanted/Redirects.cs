using Hale.Images.Dockerfiles;
using Hale.Images.References;
using Hale.Kernel.Stacks;

namespace Hale.Images.Wanted;

/// <summary>Writes the overlay lines that use one image in another's place.</summary>
public static class Redirects
{
    /// <summary>The lines for every service of the stack that runs the image or builds from it.</summary>
    public static IReadOnlyList<OverlayLine> Of(Stack stack, string image, string instead, string because)
    {
        var wanted = ImageReference.Parse(image)?.Familiar;
        return
        [
            .. from needed in StackImages.All(stack)
               where needed.Build is not ImageUseKind.Frontend && ImageReference.Parse(needed.Reference)?.Familiar == wanted
               from line in needed.Build is null ? RunLines(stack, needed, instead, because) : [BuildLine(needed, instead, because)]
               select line,
        ];
    }

    /// <summary>The line that makes a build begin from another image.</summary>
    public static OverlayLine BuildLine(NeededImage needed, string instead, string because) => new()
    {
        Service = needed.Service,
        Path = ["build", "additional_contexts", needed.ContextKey],
        Values = [OwnName.AsContext(instead)],
        Because = because,
    };

    private static IEnumerable<OverlayLine> RunLines(Stack stack, NeededImage needed, string instead, string because)
    {
        var line = new OverlayLine { Service = needed.Service, Path = ["image"], Values = [instead], Because = because };
        yield return line;

        // No registry knows Hale's own name, so Compose must not ask one for it.
        if (stack.Find(needed.Service)?.PullPolicy is { } policy && policy is not ("missing" or "never" or "if_not_present"))
        {
            yield return line with { Path = ["pull_policy"], Values = ["missing"] };
        }
    }
}
