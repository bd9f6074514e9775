using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A MySQL or MariaDB server refuses the user or the password of a service.</summary>
public sealed partial class MysqlAccessDenied : LogFault
{
    private const string Server = "server";

    private const string User = "user";

    public override string Id => "mysql-access-denied";

    public override string Title => "MySQL refuses a service for its password";

    public override string Page => """
        The MySQL server of the stack refuses a service: the user, the password, or the place it comes from.

        ## What we look at
        The refusal in the output of a service that is not well.

        ## Why it happens
        `MYSQL_PASSWORD` acts only when the volume is made, and was changed since. Or the user may come from `localhost` alone.

        ## What mends it
        Give the user the password again, in the server's own container. No data is lost by it.

        ## When it is not this
        A database that does not exist is refused after the user was let in.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"MySQL refuses '{line.Groups[1].Value}' from {line.Groups[2].Value} to '{container.Service}', {(line.Groups["given"].Value == "NO" ? "which gave no password" : "with the password that it gave")}")
    {
        Facts = new Dictionary<string, string> { [Server] = Servers.ServiceOf("mysql", evidence), [User] = line.Groups[1].Value },
    };

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose exec {finding.Facts[Server]} sh -c 'MYSQL_PWD=\"$MYSQL_ROOT_PASSWORD\" mysql -uroot'",
        $"in it: alter user '{finding.Facts[User]}'@'%' identified by '<the password that {finding.Subject} gives>';");

    // What looks like a secret is taken out of a saved evidence, YES among it.
    // ERROR 1045 (28000): Access denied for user 'app'@'172.18.0.5' (using password: YES)
    [GeneratedRegex("Access denied for user '([^']+)'@'([^']+)' \\(using password: (?<given>YES|NO|\\*+)")]
    private static partial Regex Said();
}
