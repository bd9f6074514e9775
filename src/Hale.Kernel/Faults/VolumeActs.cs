using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>Something done to a named volume, which could lose data: done only when a person has named that volume.</summary>
/// <param name="Volume">The volume's name in the Compose file.</param>
/// <param name="EngineName">The volume's name in the engine.</param>
/// <param name="Because">The reason.</param>
public abstract record VolumeAct(string Volume, string EngineName, string Because) : Act(Because, Risk.Data)
{
    [JsonIgnore]
    public override string AllowedBy => $"--allow-data-loss {Volume}";

    /// <summary>True when the volume is one of these, by either of its names.</summary>
    public override bool IsNamedBy(IEnumerable<string> names) => names.Any(name => name == Volume || name == EngineName);

    public virtual bool Equals(VolumeAct? other) => base.Equals(other) && EngineName == other.EngineName;

    public override int GetHashCode() => HashCode.Combine(EqualityContract, EngineName);
}

/// <summary>Stops what uses a volume and copies its content into the project's state folder, where it is read again to its end.</summary>
/// <param name="Volume">The volume's name in the Compose file.</param>
/// <param name="EngineName">The volume's name in the engine.</param>
/// <param name="Because">The reason.</param>
public sealed record KeepVolume(string Volume, string EngineName, string Because) : VolumeAct(Volume, EngineName, Because)
{
    [JsonIgnore]
    public override string Says => $"keep what is in the volume '{Volume}' in a file of its own";
}

/// <summary>Removes a volume whose content was kept, and the containers that use it, so that Compose makes both anew.</summary>
/// <param name="Volume">The volume's name in the Compose file.</param>
/// <param name="EngineName">The volume's name in the engine.</param>
/// <param name="Because">The reason.</param>
public sealed record RenewVolume(string Volume, string EngineName, string Because) : VolumeAct(Volume, EngineName, Because)
{
    [JsonIgnore]
    public override string Says => $"make the volume '{Volume}' anew";
}

/// <summary>The content of a volume as it was kept before the volume was made anew.</summary>
/// <param name="EngineName">The volume's name in the engine.</param>
/// <param name="File">The tar archive, relative to <c>.hale</c>.</param>
/// <param name="Digest">The SHA-256 of the archive.</param>
public sealed record KeptVolume(string EngineName, string File, string Digest)
{
    /// <summary>The volume's labels, by which Compose knows it for its own.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

/// <summary>Gives volumes the content back that was kept of them.</summary>
public interface IVolumeKeeper
{
    /// <summary>Makes the volume anew with what was kept; what is in it now is kept first. Containers of the stack that use it are removed.</summary>
    Task<Receipt> PutBackAsync(KeptVolume kept, CancellationToken stop);
}
