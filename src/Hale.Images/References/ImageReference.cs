namespace Hale.Images.References;

/// <summary>An image reference, taken apart as Docker does.</summary>
/// <param name="Host">The registry's host, such as <c>docker.io</c>.</param>
/// <param name="Path">The path there, such as <c>library/node</c>.</param>
/// <param name="Tag">The tag; null when there is none.</param>
/// <param name="Digest">The digest; null when there is none.</param>
public sealed record ImageReference(string Host, string Path, string? Tag, string? Digest)
{
    private const string Hub = "docker.io";
    private const string Library = "library/";

    public bool IsHub => Host == Hub;

    /// <summary>True for an official image of Docker Hub.</summary>
    public bool IsOfficial => IsHub && Path.StartsWith(Library, StringComparison.Ordinal);

    /// <summary>The name without registry and tag where they go without saying, such as <c>node</c> or <c>ghcr.io/org/app</c>.</summary>
    public string Name => IsHub ? (IsOfficial ? Path[Library.Length..] : Path) : $"{Host}/{Path}";

    /// <summary>The reference as people write it: <c>node:20-slim</c>, <c>node:latest</c>.</summary>
    public string Familiar => Digest is null ? $"{Name}:{Tag ?? "latest"}" : $"{Name}{Suffix}";

    /// <summary>
    /// The name under which BuildKit looks for a build context that takes the image's place: familiar, and without
    /// <c>:latest</c>.
    /// </summary>
    public string ContextKey => $"{Name}{(Tag == "latest" ? "" : Suffix)}";

    private string Suffix => $"{(Tag is null ? "" : $":{Tag}")}{(Digest is null ? "" : $"@{Digest}")}";

    /// <summary>The reference, or null when Docker would not take it for one.</summary>
    public static ImageReference? Parse(string text)
    {
        var (rest, digest) = Cut(text, text.IndexOf('@', StringComparison.Ordinal));
        var colon = rest.LastIndexOf(':');
        var (name, tag) = Cut(rest, colon > rest.LastIndexOf('/') ? colon : -1);
        var (host, path) = HostAndPath(name);
        return path.Length > 0 && path.All(IsOfPath) && path[0] != '/' && path[^1] != '/' && tag is not "" && digest is not ""
            ? new ImageReference(host, path, tag, digest)
            : null;
    }

    /// <summary>Where a mirror (a host, perhaps with a port and a path) holds this image.</summary>
    public string In(string mirror)
    {
        var place = mirror[(mirror.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..].TrimEnd('/');
        return $"{place}/{(IsHub ? "" : $"{Host}/")}{Path}{(Digest is null ? $":{Tag ?? "latest"}" : $"@{Digest}")}";
    }

    private static (string Host, string Path) HostAndPath(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        var hasHost = first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first == "localhost";
        var (host, path) = hasHost ? (first, name[(slash + 1)..]) : (Hub, name);
        host = host is "index.docker.io" or "registry-1.docker.io" ? Hub : host;
        return (host, host == Hub && !path.Contains('/', StringComparison.Ordinal) && path.Length > 0 ? Library + path : path);
    }

    private static (string Before, string? After) Cut(string text, int at) => at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    private static bool IsOfPath(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '/' or '.' or '_' or '-';
}
