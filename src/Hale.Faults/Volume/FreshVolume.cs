using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>The remedy that could lose data: a named volume of this project made anew, where a person has named it; and the command that names it.</summary>
internal static class FreshVolume
{
    private const string Key = "renewable";
    private const string EngineName = "renewableInEngine";

    /// <summary>The readings that tell which volumes are the project's own.</summary>
    public const Needs Needs = Kernel.Faults.Needs.Model;

    /// <summary>The volume that a container has at, above or below a folder, as facts of a finding; none where it is not one that this project makes.</summary>
    public static Dictionary<string, string> FactsOf(SeenContainer? container, string folder, Evidence evidence)
    {
        var mount = container?.Mounts.Where(one => MountFacts.Covers(one.Target, folder) || MountFacts.Covers(folder, one.Target)).MaxBy(one => one.Target.Length);
        return mount is { Kind: "volume", ReadOnly: false } && evidence.Model.Known?.Stack?.Volumes.FirstOrDefault(one => one.Name == mount.Source) is { External: false } own
            ? new() { [Key] = own.Key, [EngineName] = own.Name }
            : [];
    }

    /// <summary>The advice, and the volume made anew where the finding names one.</summary>
    public static Remedy Or(Finding finding, params IReadOnlyList<string> advice) => !finding.Facts.TryGetValue(Key, out var key)
        ? Remedy.ByHand(advice)
        : new()
        {
            Acts = [new KeepVolume(key, finding.Facts[EngineName], finding.Says), new RenewVolume(key, finding.Facts[EngineName], finding.Says)],
            Advice = [.. advice, $"hale docker --allow-data-loss {key}   # to begin with a new volume: what is in it now is kept in .hale/volumes, and `hale undo` puts it back"],
        };
}
