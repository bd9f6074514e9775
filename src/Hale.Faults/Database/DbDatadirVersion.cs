using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A PostgreSQL server finds a volume of another major version.</summary>
public sealed partial class DbDatadirVersion : LogFault
{
    private const string Old = "old";

    private const string New = "new";

    public override string Id => "db-datadir-version";

    public override string Title => "A database's volume was made by another major version";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A PostgreSQL server does not start, since its volume was made by another major version. Nothing is wrong with the data.

        ## What we look at
        The server's own output, which names both versions.

        ## Why it happens
        The image's tag moved on, or was changed, while the volume stayed.

        ## What mends it
        The image of the older version starts the data as it is. To move on, dump the data with the old version and restore it with the
        new one. Hale does neither: a dump is yours to keep. Where the data may go,
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        An image of version 18 or later that speaks of an unused mount looks for its data elsewhere.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the volume of '{container.Service}' was made by PostgreSQL {line.Groups[1].Value}, and its image is version {line.Groups[2].Value}")
    {
        Facts = new Dictionary<string, string>(FreshVolume.FactsOf(container, Servers.DataOfPostgres, evidence)) { [Old] = line.Groups[1].Value, [New] = line.Groups[2].Value },
    };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(
        finding,
        $"to go on as before: set the image of '{finding.Subject}' to PostgreSQL {finding.Facts[Old]}",
        $"to move on: first set it to {finding.Facts[Old]}, then",
        $"docker compose up -d --wait {finding.Subject} && docker compose exec -T {finding.Subject} sh -c 'pg_dumpall -U \"${{POSTGRES_USER:-postgres}}\"' > dump.sql",
        $"then set it to {finding.Facts[New]} with a new, empty volume, and",
        $"docker compose up -d --wait {finding.Subject} && docker compose exec -T {finding.Subject} sh -c 'psql -U \"${{POSTGRES_USER:-postgres}}\" -d postgres' < dump.sql");

    // DETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 17.6 (Debian 17.6-1)
    [GeneratedRegex("initialized by PostgreSQL version (\\d+), which is not compatible with this version (\\d+)")]
    private static partial Regex Said();
}
