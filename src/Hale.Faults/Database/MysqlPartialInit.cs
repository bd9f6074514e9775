using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A MySQL server finds files in a volume that it wants to make.</summary>
public sealed partial class MysqlPartialInit : LogFault
{
    public override string Id => "mysql-partial-init";

    public override string Title => "MySQL's volume holds half a first start";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A MySQL server wants to make its volume and finds files in it: a first start that did not end, or something that was put there.

        ## What we look at
        The server's own output.

        ## Why it happens
        The first start was broken off, by a full disk or an impatient hand, or the mounted folder of the host is not empty.

        ## What mends it
        Look into the volume. Only if it holds no database of yours, make it anew. Hale cannot know that, and does it only when told:
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        A volume of another version is refused by its version.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the volume of '{container.Service}' holds files that are not a whole database")
    {
        Facts = FreshVolume.FactsOf(container, "/var/lib/mysql", evidence),
    };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(finding, $"docker compose run --rm --entrypoint sh {finding.Subject} -c 'ls -la /var/lib/mysql'");

    // [ERROR] [MY-010457] [Server] --initialize specified but the data directory has files in it. Aborting.
    // [ERROR] [MY-013236] [Server] The designated data directory /var/lib/mysql/ is unusable.
    [GeneratedRegex("--initialize specified but the data directory has files in it|The designated data directory \\S+ is unusable")]
    private static partial Regex Said();
}
