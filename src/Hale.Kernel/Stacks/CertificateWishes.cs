namespace Hale.Kernel.Stacks;

/// <summary>What the project says under <c>x-hale: certificates:</c>, beside the labels of its services.</summary>
public sealed record CertificateWishes
{
    /// <summary>The host names and addresses that the certificate is for beside the usual ones, such as <c>notes.test</c> or <c>*.notes.test</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The services that get the certificate, each with the folder in its containers.</summary>
    public IReadOnlyDictionary<string, string> Mounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The services whose containers are to trust what Hale's authority signs.</summary>
    public IReadOnlyList<string> Trust { get; init; } = [];
}
