namespace Hale.Kernel.Stacks;

/// <summary>Which project a command means: the folder and what a person gave on the command line, as Compose understands it.</summary>
public sealed record Project
{
    /// <summary>The folder with the Compose files, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>The files given with <c>-f</c>, absolute; empty when Compose is to find its own.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The project name given with <c>-p</c> or by Hale; null leaves it to Compose.</summary>
    public string? Name { get; init; }

    /// <summary>True when Hale gives it that name: another checkout has the project's own, or had it when the folder was elsewhere.</summary>
    public bool HasOwnName { get; init; }

    /// <summary>The folder for all that Hale keeps about the project.</summary>
    public string State => Path.Combine(Directory, ".hale");

    /// <summary>The generated Compose override file.</summary>
    public string OverlayFile => Path.Combine(State, "overlay.yaml");

    /// <summary>The folder with the project's certificate, its key and the authority's certificate: what is mounted into containers, and nothing else.</summary>
    public string CertificateFolder => Path.Combine(State, "certificates");

    /// <summary>The certificate of Hale's authority in <see cref="CertificateFolder"/>.</summary>
    public string AuthorityFile => Path.Combine(CertificateFolder, "authority.pem");

    /// <summary>The bundle of authorities that containers get which are to trust more than their image does.</summary>
    public string TrustBundle => Path.Combine(State, "trust", "ca-bundle.crt");
}
