using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A database server does not make its data in a folder that holds something else.</summary>
public sealed partial class DbDatadirNotEmpty : LogFault
{
    private const string Folder = "folder";

    public override string Id => "db-datadir-not-empty";

    public override string Title => "A database's empty volume is not quite empty";

    public override string Page => """
        A PostgreSQL server that starts for the first time finds files in its data folder which are not a database, and touches nothing.

        ## What we look at
        The words of `initdb` in the server's output.

        ## Why it happens
        A folder of the host with a `.gitkeep` in it, the `lost+found` of a disk, or a first start that was broken off.

        ## What mends it
        A line in the overlay lets the server keep its data in a folder of its own inside the same mount. Nothing that is there is
        touched.

        ## When it is not this
        A folder that holds a database of another version is refused by the server with both versions.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the data folder of '{container.Service}' holds files that are not a database")
    {
        Facts = new Dictionary<string, string> { [Folder] = line.Groups[1].Value },
    };

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new ChangeOverlay(finding.Subject, ["environment", "PGDATA"], [$"{finding.Facts[Folder]}/pgdata"], $"let '{finding.Subject}' keep its data in {finding.Facts[Folder]}/pgdata", finding.Says)],
        Advice = [$"look into the folder that is mounted at {finding.Facts[Folder]}, and move away what is not the database's"],
    };

    // initdb: error: directory "/var/lib/postgresql/data" exists but is not empty
    [GeneratedRegex("initdb: error: directory \"([^\"]+)\" exists but is not empty")]
    private static partial Regex Said();
}
