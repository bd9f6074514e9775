using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service asks for a table that no migration has made yet.</summary>
public sealed partial class MigrationPending : LogFault
{
    public override string Id => "migration-pending";

    public override string Title => "A database lacks a table that a service asks for";

    public override string Page => """
        A service reaches its database and asks for a table that is not there, or says itself that migrations are due.

        ## What we look at
        The words of the database, or of the migration tool, in the output of a service that is not well.

        ## Why it happens
        The volume is new, or the code that was pulled brought migrations that have not been run.

        ## What mends it
        Run the project's migrations. Hale does not: they change data, and only the project knows how they are run.

        ## When it is not this
        A database that is missing as a whole is refused by name before any table is asked for. Scripts for the first start that did not
        run again are another matter.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => DbInitNotRerun.Skipped(evidence) is not null || container.Log.Any(Migrating().IsMatch)
        ? null
        : new Finding(Id, container.Service, line.Groups["name"].Success ? $"'{container.Service}' asks for the table '{line.Groups["name"].Value}', which its database does not have" : $"the database of '{container.Service}' waits for migrations: '{line.Value}'");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker compose run --rm {finding.Subject} alembic upgrade head", $"or: docker compose run --rm {finding.Subject} python manage.py migrate", $"or: docker compose run --rm {finding.Subject} npx prisma migrate deploy");

    // Inside a migration the missing table is a fault of the migration itself.
    [GeneratedRegex(@"Running upgrade .* -> |Applying \S+\.\d{4}_")]
    private static partial Regex Migrating();

    // ERROR:  relation "users" does not exist
    // sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) …
    // ERROR [alembic] Target database is not up to date.
    // You have 3 unapplied migration(s).
    // The table `public.User` does not exist in the current database.
    [GeneratedRegex("(?:relation \"(?<name>[^\"]+)\" does not exist|UndefinedTable|Target database is not up to date|unapplied migration|no such table: (?<name>\\S+)|Table '(?<name>[^']+)' doesn't exist|The table `(?<name>[^`]+)` does not exist)")]
    private static partial Regex Said();
}
