namespace Hale.Kernel.Stacks;

/// <summary>A Compose project as <c>docker compose config</c> resolves it, without any environment value, so that it may be kept on disk.</summary>
public sealed record Stack
{
    /// <summary>The Compose project name.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<StackNetwork> Networks { get; init; } = [];

    public IReadOnlyList<StackVolume> Volumes { get; init; } = [];

    public HaleSettings Settings { get; init; } = new();

    public Service? Find(string service) => Services.FirstOrDefault(candidate => candidate.Name == service);
}

/// <summary>What the project says to Hale under the top-level <c>x-hale</c> key.</summary>
public sealed record HaleSettings
{
    /// <summary>Registry hosts to try, in order, when an image's own registry does not answer, such as <c>localhost:5000</c>.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>The faults that the project itself describes.</summary>
    public IReadOnlyList<ProjectRule> Faults { get; init; } = [];

    /// <summary>The certificate that the project wants; null when it says nothing of one.</summary>
    public CertificateWishes? Certificates { get; init; }

    /// <summary>What the project says of its databases; null when it says nothing.</summary>
    public DatabaseWishes? Database { get; init; }
}

/// <summary>A network of the stack.</summary>
/// <param name="Key">Its name in the Compose file.</param>
/// <param name="Name">Its name in the engine.</param>
/// <param name="External">True when Compose expects it to exist and never makes or removes it.</param>
public sealed record StackNetwork(string Key, string Name, bool External)
{
    /// <summary>The address ranges that the Compose file asks for, such as <c>10.5.0.0/16</c>; empty leaves them to the engine.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];
}

/// <summary>A named volume of the stack; the parameters mean what they mean for a network.</summary>
public sealed record StackVolume(string Key, string Name, bool External);
