using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A PostgreSQL server refuses the password of its own environment, since its volume was made with another one.</summary>
public sealed partial class DbPasswordOldVolume : LogFault
{
    private const string Role = "role";

    public override string Id => "db-password-old-volume";

    public override string Title => "A database keeps the password that its volume was made with";

    public override string Page => """
        A service is refused by the PostgreSQL server of the stack: the password is wrong. The server takes `POSTGRES_PASSWORD` only
        when it makes its volume, and has kept the password of that day since.

        ## What we look at
        The refusal in the output of the service, and in the server's own output: that it found a database in its volume, and that it
        does not say that the role is missing.

        ## Why it happens
        `POSTGRES_PASSWORD` was changed in `.env` or in the Compose file after the first start. A volume outlives `docker compose down`.

        ## What mends it
        The role is given the password of the server's environment, over the server's own socket. No data is touched. It is done only
        where that password really is refused, and only for the role that `POSTGRES_USER` names; then the new password is tried.

        ## When it is not this
        A role that does not exist is refused with the same words to the client. A service that asks with a password which is not that
        of the server's environment keeps being refused: correct its own settings.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var role = line.Groups[1].Value;
        var server = Servers.Of(Servers.Postgres, evidence).FirstOrDefault(one => one.Log.Any(text => Said().Match(text).Groups[1].Value == role));
        return server is null || !server.Log.Any(Kept().IsMatch) || server.Log.Any(text => Unknown().Match(text).Groups[1].Value == role)
            ? null
            : new Finding(Id, container.Service, $"'{server.Service}' refuses the password of '{role}' to '{container.Service}'; it keeps the one that its volume was made with")
            {
                Facts = new Dictionary<string, string>(Servers.Names(server)) { [Role] = role },
            };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [PsqlInside.SetPassword(Servers.NameIn(finding), finding.Facts[Role], finding.Says)],
        Advice = [$"docker compose exec {Servers.NameIn(finding)} psql -U {finding.Facts[Role]} -d postgres -c '\\password'"],
    };

    [GeneratedRegex("Skipping initialization")]
    private static partial Regex Kept();

    [GeneratedRegex("Role \"([^\"]+)\" does not exist")]
    private static partial Regex Unknown();

    // connection to server at "db" (172.18.0.2), port 5432 failed: FATAL:  password authentication failed for user "app"
    // DETAIL:  Role "app" does not exist.
    [GeneratedRegex("password authentication failed for user \"([^\"]+)\"")]
    private static partial Regex Said();
}
