using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A database server does not own its data folder.</summary>
public sealed partial class DbDatadirOwner : LogFault
{
    public override string Id => "db-datadir-owner";

    public override string Title => "A database may not use its data folder";

    public override string Page => """
        A database server does not start, since its data folder belongs to another user.

        ## What we look at
        The server's own output.

        ## Why it happens
        `user:` in the Compose file makes the server run as a user that does not own the folder, so that the image cannot hand the
        folder over. Or the folder is one of the host's.

        ## What mends it
        Leave `user:` away and let the image do it, use a named volume, or give the folder to the server's user. Hale does not change
        owners: on a folder of the host they are yours.

        ## When it is not this
        A folder on a read-only file system is refused with other words.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' may not use its data folder{(container.User.Length > 0 ? $", running as the user {container.User}" : "")}: '{line.Value}'");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"leave user: of '{finding.Subject}' away, or use a named volume", $"docker compose run --rm --user root --entrypoint sh {finding.Subject} -c 'chown -R postgres \"$PGDATA\"'");

    // initdb: error: could not change permissions of directory "/var/lib/postgresql/data": Operation not permitted
    // FATAL:  data directory "/var/lib/postgresql/data" has wrong ownership
    [GeneratedRegex("(?:data directory \"([^\"]+)\" has wrong ownership|could not (?:change permissions of|create) directory \"([^\"]+)\": (?:Operation not permitted|Permission denied)|could not look up effective user ID)")]
    private static partial Regex Said();
}
