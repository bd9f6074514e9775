namespace Hale.Kernel.Stacks;

/// <summary>The labels of services that are about certificates.</summary>
public static class CertificateLabels
{
    /// <summary>The project's own: the folder in the service's containers where the certificate is wanted.</summary>
    public const string Folder = "hale.certificates";

    /// <summary>The overlay's: the fingerprint of the certificate. With another one Compose makes the containers anew, so none goes on with an old one.</summary>
    public const string Fingerprint = "hale.certificate.fingerprint";

    /// <summary>The overlay's: the fingerprint of the authority that the containers trust.</summary>
    public const string Authority = "hale.authority.fingerprint";
}
