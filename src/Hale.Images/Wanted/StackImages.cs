using Hale.Images.Dockerfiles;
using Hale.Images.References;
using Hale.Kernel.Stacks;

namespace Hale.Images.Wanted;

/// <summary>Reads from the model and the Dockerfiles which images a stack needs from outside.</summary>
public static class StackImages
{
    /// <summary>The images that services run without building them.</summary>
    public static IReadOnlyList<NeededImage> Run(Stack stack)
    {
        var built = stack.Services.Where(service => service.Build is not null).Select(service => service.Image).ToHashSet();
        return
        [
            .. from service in stack.Services
               where service.Build is null && service.Replicas > 0 && !built.Contains(service.Image)
               select new NeededImage
               {
                   Service = service.Name,
                   Reference = OwnName.Original(service.Image),
                   Redirect = OwnName.Is(service.Image) ? service.Image : null,
               },
        ];
    }

    /// <summary>The images that the builds of these services need.</summary>
    public static IReadOnlyList<NeededImage> Built(IEnumerable<Service> services) => [.. services.SelectMany(Built)];

    /// <summary>All of a stack's images, whether or not anything has to be built just now.</summary>
    public static IReadOnlyList<NeededImage> All(Stack stack) => [.. Run(stack), .. Built(stack.Services)];

    /// <summary>The text of a service's Dockerfile; null when it cannot be read here.</summary>
    public static string? DockerfileOf(BuildSource build)
    {
        if (build.DockerfileInline is { } inline)
        {
            return inline;
        }

        return OriginalOf(build) is { } path && File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>The service's Dockerfile as the project has it, even when a copy of it is built from; null when there is no such file here.</summary>
    public static string? OriginalOf(BuildSource build) =>
        build is { IsRemote: false, DockerfileInline: null, Dockerfile: { } path } ? DockerfileCopy.OriginalOf(path) : null;

    private static IEnumerable<NeededImage> Built(Service service)
    {
        if (service.Build is not { } build || DockerfileOf(build) is not { } text)
        {
            return [];
        }

        var contexts = build.AdditionalContexts.ToDictionary(pair => ImageReference.Parse(pair.Key)?.ContextKey ?? pair.Key, pair => pair.Value);
        var copied = build.Dockerfile is { } dockerfile && DockerfileCopy.IsCurrent(dockerfile);
        return from use in BaseImages.Of(DockerfileText.Read(text), build.Args, build.Target)
               where !(copied && use.Kind is ImageUseKind.Frontend)
               let parsed = ImageReference.Parse(use.Reference)
               where parsed is not null
               let needed = Of(service.Name, use, parsed, use.Kind is ImageUseKind.Frontend ? null : contexts.GetValueOrDefault(parsed.ContextKey))
               where needed is not null
               select needed;
    }

    private static NeededImage? Of(string service, ImageUse use, ImageReference parsed, string? context)
    {
        var needed = new NeededImage
        {
            Service = service,
            Reference = use.Reference,
            Build = use.Kind,
            ContextKey = parsed.ContextKey,
            LooksLike = use.LooksLike,
        };
        if (context is null)
        {
            return needed;
        }

        // A context that is a folder or another service's image takes the place of the reference for good.
        return OwnName.OfContext(context) is not { } image ? null
            : OwnName.Is(image) ? needed with { Reference = SameImage(use.Reference, OwnName.Original(image)), Redirect = image }
            : needed with { Reference = image };
    }

    // Hale's name holds the familiar form; what the project wrote is kept where it means the same.
    private static string SameImage(string written, string original) =>
        ImageReference.Parse(written)?.Familiar == ImageReference.Parse(original)?.Familiar ? written : original;
}
