using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>The database names a migration that the code does not have.</summary>
public sealed partial class MigrationUnknownRevision : LogFault
{
    public override string Id => "migration-unknown-revision";

    public override string Title => "A database is ahead of the code";

    public override string Page => """
        The database remembers a migration that this checkout does not have: it was last used by newer code or by another branch.

        ## What we look at
        The words of Alembic in the output of a service that is not well.

        ## Why it happens
        A branch was changed, or an image was not built anew, while the volume stayed.

        ## What mends it
        Go to the branch that has the migration, or keep a volume for each branch. Hale changes nothing: going back may lose data.

        ## When it is not this
        Migrations that have two ends are all there.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the database of '{container.Service}' is at the migration {line.Groups[1].Value}, which the code does not have");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("git log --all --oneline -S <the revision>", $"docker compose build {finding.Subject}");

    // FAILED: Can't locate revision identified by '8f3c21d0a7be'
    [GeneratedRegex("Can't locate revision identified by '(\\w+)'")]
    private static partial Regex Said();
}
