using System.Text.RegularExpressions;

namespace Hale.Images.References;

/// <summary>
/// The names under which Hale keeps what it makes, such as <c>hale.local/stand-in/postgres:17</c>. The name itself tells which image
/// it takes the place of, so nothing has to be remembered elsewhere.
/// </summary>
public static partial class OwnName
{
    private const string Host = "hale.local/";
    private const string DockerImage = "docker-image://";

    public static string For(ImageReference image, string family)
    {
        // A port's colon cannot stand in a path, nor a digest in a tag.
        var place = image.IsHub ? image.Name : $"{image.Host.Replace(":", "__", StringComparison.Ordinal)}/{image.Path}";
        var tag = image.Digest is null ? image.Tag ?? "latest" : $"{(image.Tag is null ? "" : $"{image.Tag}-")}{image.Digest.Replace(':', '-')}";
        return $"{Host}{family}/{place}:{tag}";
    }

    public static bool Is(string image) => image.StartsWith(Host, StringComparison.Ordinal);

    /// <summary>The image whose place this one takes, or the image itself when it is not Hale's.</summary>
    public static string Original(string image)
    {
        if (!Is(image) || image[Host.Length..].Split('/', 2) is not [_, var place])
        {
            return image;
        }

        var first = place.Split('/')[0];
        var host = first.Replace("__", ":", StringComparison.Ordinal);
        return Digest().Replace(host + place[first.Length..], found => found.Groups["tag"].Value is { Length: > 0 } tag
            ? $":{tag}@sha256:{found.Groups["hex"].Value}"
            : $"@sha256:{found.Groups["hex"].Value}");
    }

    /// <summary>The image of a named build context, or null when the context is something else.</summary>
    public static string? OfContext(string context) =>
        context.StartsWith(DockerImage, StringComparison.Ordinal) ? context[DockerImage.Length..] : null;

    public static string AsContext(string image) => DockerImage + image;

    [GeneratedRegex(":(?:(?<tag>[^:/]+)-)?sha256-(?<hex>[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
