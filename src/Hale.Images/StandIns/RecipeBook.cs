using System.Globalization;
using Hale.Images.References;

namespace Hale.Images.StandIns;

/// <summary>Which images a stand-in can be made for, and how.</summary>
public static class RecipeBook
{
    private const string Stable = "trixie";
    private const string OldStable = "bookworm";

    private static readonly Dictionary<string, string> Suites = new()
    {
        ["11"] = "bullseye",
        ["12"] = OldStable,
        ["13"] = Stable,
        ["stable"] = Stable,
        ["latest"] = Stable,
        ["oldstable"] = OldStable,
        ["bullseye"] = "bullseye",
        [OldStable] = OldStable,
        [Stable] = Stable,
    };

    /// <summary>The recipe for an image; null when no stand-in could do what the image does.</summary>
    public static Recipe? For(string reference)
    {
        if (ImageReference.Parse(reference) is not { IsHub: true, Digest: null } image)
        {
            return null;
        }

        var tag = new TagWords(image.Tag);
        return image.Name switch
        {
            "debian" => Debian(tag),
            "python" => Python(tag),
            "node" => Node(tag),
            "postgres" => Postgres(tag),
            "redis" => Redis(tag),
            "valkey/valkey" => Valkey(tag),
            "nginx" => Plain("nginx", "nginx", tag, "nginx", "libnginx-mod-stream", "gettext-base", "curl"),
            "memcached" => Plain("memcached", "memcached", tag, "memcached"),
            "busybox" => Plain("busybox", "BusyBox", tag, "busybox-static") with { VersionOf = null },
            _ => null,
        };
    }

    private static Recipe? Debian(TagWords tag) => Suites.GetValueOrDefault(tag.First.Split('.')[0]) is { } suite
        ? new Recipe { Name = "debian", Suite = suite, Product = $"Debian {suite}" }
        : null;

    private static Recipe Python(TagWords tag)
    {
        var suite = tag.Version is "3.11" ? OldStable : Stable;
        return new Recipe
        {
            Name = "python",
            File = "python",
            Suite = suite,
            Product = "Python",
            VersionOf = "python3",
            Packages =
            [
                "python3", "python3-venv", "python3-pip",
                .. tag.IsSmall ? (string[])[] : ["python3-dev", "build-essential", "git", "curl", "pkg-config", "libpq-dev", "libffi-dev", "libssl-dev"],
            ],
            Differs = Difference(tag, suite == OldStable ? "3.11" : "3.13"),
        };
    }

    private static Recipe Node(TagWords tag)
    {
        var suite = tag.Major is "18" ? OldStable : Stable;
        return new Recipe
        {
            Name = "node",
            File = "node",
            Suite = suite,
            Product = "Node.js",
            VersionOf = "nodejs",
            Packages = ["nodejs", "npm", .. tag.IsSmall ? (string[])[] : ["python3", "build-essential", "git", "curl"]],
            Differs = Difference(tag, suite == OldStable ? "18" : "20"),
        };
    }

    /// <summary>A data folder belongs to one major version, so no other one will do; <c>latest</c> names none that Debian has.</summary>
    private static Recipe? Postgres(TagWords tag) => tag.Major switch
    {
        "17" => Postgres(Stable, tag),
        "15" => Postgres(OldStable, tag),
        _ => null,
    };

    private static Recipe Postgres(string suite, TagWords tag) => new()
    {
        Name = "postgres",
        File = "postgres",
        Suite = suite,
        Product = "PostgreSQL",
        VersionOf = $"postgresql-{tag.Major}",
        Packages = ["gosu", "locales", $"postgresql-{tag.Major}", "xz-utils", "zstd"],
        Words = new Dictionary<string, string> { ["MAJOR"] = tag.Major },
        Differs = tag.IsAlpine ? NotAlpine : "",
    };

    /// <summary>A newer Redis writes files that an older one cannot read, so the major version has to be the one asked for.</summary>
    private static Recipe? Redis(TagWords tag) => tag.Major switch
    {
        "7" => KeyValue("redis", "Redis", tag) with { PackageSuite = OldStable, Packages = ["gosu", $"redis-server/{OldStable}", $"redis-tools/{OldStable}"] },
        "8" or "" => KeyValue("redis", "Redis", tag),
        _ => null,
    };

    private static Recipe? Valkey(TagWords tag) => tag.Major is "8" or "" ? KeyValue("valkey", "Valkey", tag) : null;

    private static Recipe KeyValue(string product, string name, TagWords tag) => new()
    {
        Name = product,
        File = "redis",
        Suite = Stable,
        Product = name,
        VersionOf = $"{product}-server",
        Packages = ["gosu", $"{product}-server", $"{product}-tools"],
        Words = new Dictionary<string, string> { ["PRODUCT"] = product },
        Differs = tag.IsAlpine ? NotAlpine : "",
    };

    private static Recipe Plain(string name, string product, TagWords tag, params string[] packages) => new()
    {
        Name = name,
        File = name,
        Suite = Stable,
        Product = product,
        VersionOf = packages[0],
        Packages = packages,
        Differs = tag.IsAlpine ? NotAlpine : "",
    };

    private const string NotAlpine = "it is Debian, not Alpine, inside";

    private static string Difference(TagWords tag, string given)
    {
        var other = tag.Version.Length > 0 && !(given + ".").StartsWith(tag.Version + ".", StringComparison.Ordinal)
            && !(tag.Version + ".").StartsWith(given + ".", StringComparison.Ordinal);
        return string.Join("; ", new[] { other ? $"the project asks for {tag.Version}" : "", tag.IsAlpine ? NotAlpine : "" }.Where(part => part.Length > 0));
    }

    /// <summary>The words of a tag such as <c>3.13-slim-bookworm</c>.</summary>
    private sealed class TagWords(string? tag)
    {
        private readonly string[] _words = (tag ?? "latest").Split('-');

        public string First => _words[0];

        /// <summary>The version as far as it is given, such as <c>3.13</c>; empty when the tag names none.</summary>
        public string Version => First.Length > 0 && char.IsAsciiDigit(First[0]) ? First : "";

        public string Major => Version.Split('.')[0] is var major && int.TryParse(major, CultureInfo.InvariantCulture, out _) ? major : "";

        public bool IsAlpine => Array.Exists(_words, word => word.StartsWith("alpine", StringComparison.Ordinal));

        public bool IsSmall => IsAlpine || Array.Exists(_words, word => word == "slim");
    }
}
