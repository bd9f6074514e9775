using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A migration fails, since the table it makes exists.</summary>
public sealed partial class MigrationExistsAlready : LogFault
{
    public override string Id => "migration-exists-already";

    public override string Title => "A migration makes what is there already";

    public override string Page => """
        A migration wants to make a table that the database has already.

        ## What we look at
        The words of the database in the output of a service that is not well.

        ## Why it happens
        The tables came from a dump or from the program itself, and nobody noted which migrations they stand for.

        ## What mends it
        Compare, and mark the migration as done. Hale does not: a table that differs from the migration would stay wrong.

        ## When it is not this
        A table that is missing waits for migrations.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, line.Groups["name"].Success ? $"'{container.Service}' makes the table '{line.Groups["name"].Value}', which is there already" : $"'{container.Service}' makes a table that is there already");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker compose run --rm {finding.Subject} alembic stamp <the revision that made it>", $"or: docker compose run --rm {finding.Subject} python manage.py migrate --fake-initial");

    // ERROR:  relation "users" already exists
    [GeneratedRegex("(?:relation|table) [\"'`]?(?<name>[\\w.]+)[\"'`]? already exists|DuplicateTable")]
    private static partial Regex Said();
}
