using Hale.Kernel.Stacks;

namespace Hale.Cli.Output.Summaries;

/// <summary>Something that runs, or is built from, in place of what the project names.</summary>
/// <param name="Named">What the project names: an image, or a service's own image.</param>
/// <param name="Used">The image used instead.</param>
/// <param name="Services">The services it is used for.</param>
/// <param name="Because">The reason.</param>
/// <param name="Fault">The fault that asked for it.</param>
internal sealed record Substitution(string Named, string Used, IReadOnlyList<string> Services, string Because, string Fault);

/// <summary>Finds in an overlay what is put in place of something else, so that it is said in every run.</summary>
internal static class Substitutions
{
    private const string ImagePrefix = "docker-image://";

    public static IReadOnlyList<Substitution> Of(Overlay overlay) =>
    [
        .. from line in overlay.Lines
           where line.Values.Count == 1
           let named = Named(line)
           where named is not null
           group line by (named, line.Values[0], line.Because, line.Fault) into same
           select new Substitution(
               same.Key.named, WithoutPrefix(same.Key.Item2), [.. same.Select(line => line.Service).Distinct()], same.Key.Because, same.Key.Fault),
    ];

    private static string? Named(OverlayLine line) => line.Path switch
    {
        ["build", "additional_contexts", var image] => image,
        ["image"] => $"the image of '{line.Service}'",
        _ => null,
    };

    private static string WithoutPrefix(string value) =>
        value.StartsWith(ImagePrefix, StringComparison.Ordinal) ? value[ImagePrefix.Length..] : value;
}
