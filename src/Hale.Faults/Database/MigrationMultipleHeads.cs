using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>Two migrations follow the same one, so that there is no last one.</summary>
public sealed partial class MigrationMultipleHeads : LogFault
{
    public override string Id => "migration-multiple-heads";

    public override string Title => "The migrations have two ends";

    public override string Page => """
        The project's migrations have two ends: two of them follow the same one. The tool does not choose.

        ## What we look at
        The words of Alembic or Django in the output of a service that is not well.

        ## Why it happens
        Two branches each brought a migration, and were merged.

        ## What mends it
        Merge the two with a migration of its own. It is a change of the project's code, so Hale does not make it.

        ## When it is not this
        A revision that cannot be found is a database that is ahead of the code.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the migrations that '{container.Service}' runs have two ends: '{line.Value}'");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker compose run --rm {finding.Subject} alembic heads", $"docker compose run --rm {finding.Subject} alembic merge heads", $"or: docker compose run --rm {finding.Subject} python manage.py makemigrations --merge");

    // FAILED: Multiple head revisions are present for given argument 'head'
    // CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph
    [GeneratedRegex("(?:Multiple head revisions are present|Conflicting migrations detected)")]
    private static partial Regex Said();
}
