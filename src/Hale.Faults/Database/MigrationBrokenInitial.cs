using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A migration fails on an empty database, since it changes a table that it does not make.</summary>
public sealed partial class MigrationBrokenInitial : LogFault
{
    public override string Id => "migration-broken-initial";

    public override string Title => "A migration asks for a table that no migration has made";

    public override string Page => """
        The project's migrations run on an empty database, and one of them changes a table that none before it has made.

        ## What we look at
        The table that is missing, in an output that also shows a migration running.

        ## Why it happens
        The first migration was made against a database that had the table already, so that it holds only the change.

        ## What mends it
        Correct the migration: it is a fault in the project's code. `alembic revision --autogenerate` against an empty database makes a
        whole one.

        ## When it is not this
        A table that the service itself asks for, with no migration running, waits for migrations.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => !container.Log.Any(Migrating().IsMatch)
        ? null
        : new Finding(Id, container.Service, $"a migration that '{container.Service}' runs asks for the table '{line.Groups["name"].Value}', which no migration has made");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"hale logs {finding.Subject}", "correct the migration that the output names: it has to make the table first");

    // INFO  [alembic.runtime.migration] Running upgrade  -> 1a2b3c, add email
    // Applying shop.0001_initial...
    [GeneratedRegex(@"Running upgrade .* -> |Applying \S+\.\d{4}_")]
    private static partial Regex Migrating();

    // INFO  [alembic.runtime.migration] Running upgrade  -> 1a2b3c, add email
    // ERROR:  relation "users" does not exist
    [GeneratedRegex("(?:relation \"(?<name>[^\"]+)\" does not exist|no such table: (?<name>\\S+)|Table '(?<name>[^']+)' doesn't exist)")]
    private static partial Regex Said();
}
