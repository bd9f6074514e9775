using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A PostgreSQL server cannot start from the files in its volume.</summary>
public sealed partial class DbCorruptOrRecovery : LogFault
{
    public override string Id => "db-corrupt-or-recovery";

    public override string Title => "A database cannot read its own files";

    public override Needs Needs => base.Needs | FreshVolume.Needs;

    public override string Page => """
        A PostgreSQL server finds its own files damaged and stops. This is not the recovery after a hard stop, which ends by itself.

        ## What we look at
        A `PANIC` in the server's output, or a page that it calls invalid.

        ## Why it happens
        The machine or the container was ended while it wrote, the disk was full, or files were removed from the volume.

        ## What mends it
        Copy the volume first. Then restore a backup. Hale repairs nothing here: what `pg_resetwal` throws away is gone. For a backup to
        be restored into, `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        `database system was not properly shut down; automatic recovery in progress` is a server that mends itself.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' cannot read its own files: '{line.Value}'")
    {
        Facts = FreshVolume.FactsOf(container, Servers.DataOfPostgres, evidence),
    };

    public override Remedy Mend(Finding finding) => FreshVolume.Or(finding, $"docker run --rm --volumes-from $(docker compose ps -aq {finding.Subject}) -v \"$PWD\":/copy debian tar czf /copy/{finding.Subject}.tar.gz /var/lib/postgresql", "restore your last backup");

    // PANIC:  could not locate a valid checkpoint record
    // FATAL:  could not open file "global/pg_filenode.map": No such file or directory
    [GeneratedRegex("(?:PANIC:\\s+could not .+|invalid page in block \\d+ .+|FATAL:\\s+could not open (?:file|directory) \"(?:global|base|pg_\\w+)[^\"]*\": No such file or directory)")]
    private static partial Regex Said();
}
