using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The publisher took the image's tags away from where they were.</summary>
public sealed class RegistryImageMoved : ImageFault
{
    private const string Old = "bitnami/";

    // What Debian, Alpine and the projects themselves publish in its place.
    private static readonly Dictionary<string, string> Official = new(StringComparer.Ordinal)
    {
        ["postgresql"] = "postgres", ["redis"] = "redis", ["mysql"] = "mysql", ["mariadb"] = "mariadb", ["mongodb"] = "mongo", ["nginx"] = "nginx", ["rabbitmq"] = "rabbitmq",
        ["kafka"] = "apache/kafka", ["zookeeper"] = "zookeeper", ["elasticsearch"] = "elasticsearch", ["memcached"] = "memcached", ["wordpress"] = "wordpress", ["node"] = "node",
        ["python"] = "python", ["keycloak"] = "quay.io/keycloak/keycloak", ["minio"] = "quay.io/minio/minio", ["cassandra"] = "cassandra", ["etcd"] = "quay.io/coreos/etcd",
    };

    public override string Id => "registry-image-moved";

    public override string Title => "The image's publisher took its tags away";

    public override string Page => """
        The image was published under `bitnami/` in Docker Hub. Since September 2025 its tags are no longer there; those of before were moved to
        `bitnamilegacy/`, where they get no updates.

        ## What we look at
        The registry's answer that it has no such image, and the namespace.

        ## Why it happens
        The publisher offers the images to paying customers only.

        ## What mends it
        A person: the same tag in `bitnamilegacy/` for now, with which volumes go on working; or the official image for good. That one keeps its data in
        another folder, as another user and with other variables, so that a volume has to be moved over with a dump.

        ## When it is not this
        Another image that is not there is `registry-manifest-unknown`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Moved;

    private protected override bool AnotherPlaceMayServe => false;

    /// <summary>True for an image of a namespace whose tags were taken away.</summary>
    internal static bool Concerns(string reference) => PathOf(reference).StartsWith(Old, StringComparison.Ordinal);

    private protected override string Cause(WantedImage image) => $"is no longer where its publisher had it ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image)
    {
        var path = PathOf(image);
        var name = path[Old.Length..].Split(':', '@')[0];
        return
        [
            $"change '{image}' where it is named to bitnamilegacy/{path[Old.Length..]}, which is the same image",
            Official.TryGetValue(name, out var official)
                ? $"or, for good, to the image {official}: its folder of data, its user and its variables are others"
                : "or, for good, to an image that its project publishes itself",
        ];
    }

    private static string PathOf(string reference) => reference.StartsWith("docker.io/", StringComparison.Ordinal) ? reference["docker.io/".Length..] : reference;
}
