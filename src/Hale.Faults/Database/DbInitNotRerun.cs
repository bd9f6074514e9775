using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A table is missing while scripts for the database's first start wait beside a volume that is not new.</summary>
public sealed partial class DbInitNotRerun : LogFault
{
    private const string Server = "server";

    public override string Id => "db-init-not-rerun";

    public override string Title => "A database does not run its first scripts again";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A table is missing, and the database has scripts for its first start that it did not run: its volume was there already.

        ## What we look at
        The refusal in the output of a service that is not well, a mount at `/docker-entrypoint-initdb.d`, and the server's words that
        it skips its first start.

        ## Why it happens
        Scripts in that folder run once, when the volume is made. One that was added or changed later is never run.

        ## What mends it
        `hale db init SERVICE` takes a snapshot and runs the scripts that came or changed after the volume was made, in their order, up to
        the first that fails; `--only SCRIPT` runs one. A script that was not written to run on a database with data may fail. Where the data may go,
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        Without such a folder the table is the work of the project's migrations.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => Skipped(evidence) is not { } server
        ? null
        : new Finding(Id, container.Service, $"'{container.Service}' lacks the table '{line.Groups["name"].Value}', and '{server.Service}' did not run its scripts for the first start again")
        {
            Facts = new Dictionary<string, string>(FreshVolume.FactsOf(server, Servers.DataOfPostgres, evidence)) { [Server] = server.Service },
        };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(
        finding,
        $"hale db status {finding.Facts[Server]}    # shows the scripts that it did not run",
        $"hale db init {finding.Facts[Server]}    # takes a snapshot and runs them");

    /// <summary>The server that has such scripts and found its volume made already; null when there is none.</summary>
    internal static SeenContainer? Skipped(Evidence evidence) =>
        Servers.Of(Servers.Postgres, evidence).FirstOrDefault(server => server.Mounts.Any(mount => mount.Target.StartsWith("/docker-entrypoint-initdb.d", StringComparison.Ordinal)) && server.Log.Any(Kept().IsMatch));

    [GeneratedRegex("Skipping initialization")]
    private static partial Regex Kept();

    // ERROR:  relation "orders" does not exist at character 15
    [GeneratedRegex("relation \"(?<name>[^\"]+)\" does not exist")]
    private static partial Regex Said();
}
