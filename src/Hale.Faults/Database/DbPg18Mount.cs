using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A PostgreSQL image of version 18 or later finds a volume mounted where it no longer looks.</summary>
public sealed partial class DbPg18Mount : LogFault
{
    public override string Id => "db-pg18-mount";

    public override string Title => "A database of version 18 finds its volume at the old place";

    public override string Page => """
        Since version 18 the PostgreSQL image keeps its data one folder deeper, and does not start while a volume is mounted at the old
        place.

        ## What we look at
        The image's own words about the mount that it does not use.

        ## Why it happens
        The image was moved to 18 while the Compose file still mounts the volume at `/var/lib/postgresql/data`.

        ## What mends it
        With data in the volume: go back to version 17, dump, and restore into 18. Without: mount the volume at `/var/lib/postgresql`.
        Hale does neither, since only you know which it is.

        ## When it is not this
        A volume of another version at the right place is refused by the server itself, which names both versions.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' is PostgreSQL 18 or later and its volume is mounted at the place of version 17");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"with data to keep: set the image of '{finding.Subject}' to postgres:17", $"with nothing to keep: mount the volume of '{finding.Subject}' at /var/lib/postgresql");

    // Error: in 18+, these Docker images are configured to store database data in a
    [GeneratedRegex("in 18\\+, these Docker images are configured")]
    private static partial Regex Said();
}
