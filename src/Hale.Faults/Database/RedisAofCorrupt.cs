using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A Redis server finds its append-only file damaged.</summary>
public sealed partial class RedisAofCorrupt : LogFault
{
    public override string Id => "redis-aof-corrupt";

    public override string Title => "Redis cannot read its own log";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A Redis server does not start, since the file in which it keeps each change is damaged.

        ## What we look at
        The server's own output, which names the file.

        ## Why it happens
        The machine or the container was ended while it wrote, or the disk was full.

        ## What mends it
        Copy the volume, then let `redis-check-aof` cut off what cannot be read. Hale does not: what is cut off is gone. Where the data
        is only a cache, `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        A file that was only cut short at its end is read by Redis itself.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' cannot read its own file {line.Groups[1].Value}")
    {
        Facts = FreshVolume.FactsOf(container, "/data", evidence),
    };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(finding, $"docker compose run --rm --entrypoint sh {finding.Subject} -c 'cp -a /data /data/backup-of-aof; cd /data/appendonlydir && redis-check-aof --fix *.manifest'");

    // # Bad file format reading the append only file appendonly.aof.1.incr.aof: make a backup of your AOF file, then use ./redis-check-aof --fix <filename>
    [GeneratedRegex("Bad file format reading the append only file (\\S+?):")]
    private static partial Regex Said();
}
