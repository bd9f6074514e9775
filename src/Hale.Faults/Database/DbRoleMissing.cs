using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service asks a PostgreSQL server as a role that the server does not have.</summary>
public sealed partial class DbRoleMissing : Fault
{
    private const string Role = "role";

    public override string Id => "db-role-missing";

    public override string Title => "A database does not have the role that a service asks as";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A service asks the PostgreSQL server of the stack as a role that does not exist there. To the service the server may only say
        that the password is wrong; the truth is in its own output.

        ## What we look at
        The refusal in the output of a service that is not well, and the server's own words that the role does not exist.

        ## Why it happens
        `POSTGRES_USER` was changed after the first start: the server makes that role only together with its volume. Or the service asks
        as a name that nobody ever made.

        ## What mends it
        Where `POSTGRES_USER` names the role and the server has the role `postgres`, the role is created as the image would have made
        it. Otherwise the role that the volume was made with has to create it. No data is touched.

        ## When it is not this
        A role that exists and is refused has another password. A health check that asks as `root` fills the server's output with a
        missing role and harms nobody.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present([.. containers.Containers.Where(container => container.Unwell).Select(container => Find(container, evidence)).OfType<Finding>().DistinctBy(finding => finding.Subject)]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [PsqlInside.CreateRole(Servers.NameIn(finding), finding.Facts[Role], finding.Says)],
        Advice =
        [
            $"docker compose exec {Servers.NameIn(finding)} psql -U <the role that the volume was made with> -d postgres -c 'create role \"{finding.Facts[Role]}\" login superuser'",
        ],
    };

    private Finding? Find(SeenContainer client, Evidence evidence)
    {
        var role = client.Log.Select(line => Refused().Match(line)).LastOrDefault(found => found.Success)?.Groups["role"].Value;
        var server = role is null ? null : Servers.Of(Servers.Postgres, evidence).FirstOrDefault(one => one != client && one.Log.Any(line => Missing().Match(line).Groups["role"].Value == role));
        return server is null
            ? null
            : new Finding(Id, client.Service, $"'{client.Service}' asks '{server.Service}' as the role '{role}', which does not exist there")
            {
                Facts = new Dictionary<string, string>(Servers.Names(server)) { [Role] = role! },
            };
    }

    // FATAL:  password authentication failed for user "app"
    // FATAL:  role "app" does not exist
    [GeneratedRegex("FATAL:\\s+(?:password authentication failed for user|role) \"(?<role>[^\"]+)\"")]
    private static partial Regex Refused();

    // DETAIL:  Role "app" does not exist.
    [GeneratedRegex("[Rr]ole \"(?<role>[^\"]+)\" does not exist")]
    private static partial Regex Missing();
}
