using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A Redis server cannot read the data that a newer one wrote.</summary>
public sealed partial class RedisRdbNewer : LogFault
{
    public override string Id => "redis-rdb-newer";

    public override string Title => "Redis finds data of a newer version";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A Redis server does not start, since a newer version, or another server of its kind, wrote the data in its volume.

        ## What we look at
        The server's own output.

        ## Why it happens
        The image was set back to an older version, or changed between Redis and Valkey.

        ## What mends it
        The image of the newer version reads the data as it is. Where the data is only a cache,
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        A file that is cut off or damaged is refused with other words.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the data of '{container.Service}' has the format {line.Groups[1].Value}, which its version of Redis does not know")
    {
        Facts = FreshVolume.FactsOf(container, "/data", evidence),
    };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(finding, $"set the image of '{finding.Subject}' to the version that wrote the data");

    // # Can't handle RDB format version 99
    [GeneratedRegex("Can't handle RDB format version (\\d+)")]
    private static partial Regex Said();
}
