namespace Hale.Images.Trust;

/// <summary>The environment variables by which programs are told of further certificate authorities.</summary>
public static class TrustVariables
{
    /// <summary>Where the authorities that were added lie in an image or a container, alone.</summary>
    public const string ExtraFile = "/usr/local/share/ca-certificates/hale-extra.pem";

    /// <summary>Where the whole bundle lies in a container: the usual roots and those that were added.</summary>
    public const string MountedBundle = "/run/hale/ca-bundle.crt";

    /// <summary>What is set when <paramref name="bundle"/> holds all roots; Node wants only what is added to its own.</summary>
    public static IReadOnlyList<(string Name, string Value)> For(string bundle, string extra) =>
    [
        ("NODE_EXTRA_CA_CERTS", extra),
        ("SSL_CERT_FILE", bundle),
        ("REQUESTS_CA_BUNDLE", bundle),
        ("PIP_CERT", bundle),
        ("CURL_CA_BUNDLE", bundle),
        ("GIT_SSL_CAINFO", bundle),
    ];
}
