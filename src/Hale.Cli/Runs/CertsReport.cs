using Hale.Kernel.Faults;

namespace Hale.Cli.Runs;

/// <summary>This user's local authority, and the project's certificate.</summary>
internal sealed record CertsReport
{
    /// <summary>The folder with the project's certificate.</summary>
    public required string Folder { get; init; }

    public required CertificateFacts Facts { get; init; }

    /// <summary>Why the project's wishes are not known; null when they are.</summary>
    public Problem? Unknown { get; init; }

    /// <summary>The keys that were open to other users, and what became of it, one sentence each.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];

    /// <summary>What is to be done about the certificate, one sentence each; `hale docker` does it.</summary>
    public IReadOnlyList<string> Due { get; init; } = [];
}
