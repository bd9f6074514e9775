using Hale.Images.Dockerfiles;
using Hale.Images.Wanted;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Frontends;

/// <summary>Points a service at a copy of its Dockerfile without the <c># syntax=</c> line, so that BuildKit reads it itself.</summary>
public sealed class FrontendHand(Project project, IComposer composer) : IHand
{
    public bool Takes(Act act) => act is UseBuiltInFrontend;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var name = ((UseBuiltInFrontend)act).Service;
        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        if (model.Stack?.Find(name)?.Build is not { } build || StackImages.DockerfileOf(build) is not { } text)
        {
            return new Receipt(false, $"the Dockerfile of '{name}' cannot be read here");
        }

        var says = $"'{name}' is built with BuildKit's own Dockerfile frontend";
        var line = new OverlayLine { Service = name, Path = [], Values = [], Because = says };
        var without = DockerfileText.Read(text).WithoutSyntax();
        if (build.DockerfileInline is not null)
        {
            return new Receipt(true, says) { Undo = "hale overlay --clear", Overlay = [line with { Path = ["build", "dockerfile_inline"], Values = [without] }] };
        }

        var copy = DockerfileCopy.PathFor(project, name);
        DockerfileCopy.Write(copy, StackImages.OriginalOf(build)!, without);
        return new Receipt(true, says) { Undo = "hale overlay --clear", Overlay = [line with { Path = ["build", "dockerfile"], Values = [copy] }] };
    }
}
