namespace Hale.Faults.Env;

/// <summary>The images of which it is known that they set no variables of a project's own: the official ones that programs are built on.</summary>
internal static class PlainImages
{
    // Where the official images, or faithful copies of them, are.
    private static readonly string[] Places =
        ["docker.io/library/", "docker.io/", "library/", "hale.local/stand-in/", "public.ecr.aws/docker/library/", "mirror.gcr.io/library/", "ghcr.io/astral-sh/"];

    private static readonly HashSet<string> Names =
    [
        "python", "pypy", "node", "uv", "debian", "ubuntu", "alpine", "busybox", "buildpack-deps", "fedora", "rockylinux", "almalinux", "amazonlinux", "archlinux", "nginx", "httpd", "caddy",
        "golang", "rust", "ruby", "php", "eclipse-temurin", "amazoncorretto",
    ];

    /// <summary>True for one of them, by its reference with or without a tag.</summary>
    public static bool Has(string reference)
    {
        var name = reference.Split('@')[0];
        name = name.LastIndexOf(':') is var colon and > 0 && colon > name.LastIndexOf('/') ? name[..colon] : name;
        var place = Array.Find(Places, place => name.StartsWith(place, StringComparison.Ordinal)) ?? "";
        return Names.Contains(name[place.Length..]);
    }
}
