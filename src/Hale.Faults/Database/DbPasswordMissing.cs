using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A database server does not make its volume, since no password was given.</summary>
public sealed partial class DbPasswordMissing : LogFault
{
    public override string Id => "db-password-missing";

    public override string Title => "A database was given no password for its first start";

    public override string Page => """
        A database server makes its volume at the first start and wants a password for it. It was given none.

        ## What we look at
        The server's own output.

        ## Why it happens
        The variable is not set in the Compose file, or it is taken from a `.env` file in which it is empty or missing.

        ## What mends it
        Give the variable a value in `.env`. The services that ask the database have to use the same one.

        ## When it is not this
        A password that is there and refused is another matter.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' makes its volume for the first time and was given no password");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("in .env: POSTGRES_PASSWORD=<a password>, or MYSQL_ROOT_PASSWORD for MySQL", $"hale docker");

    // Error: Database is uninitialized and superuser password is not specified.
    // error: database is uninitialized and password option is not specified
    [GeneratedRegex("[Dd]atabase is uninitialized and (?:superuser password|password option) is not specified")]
    private static partial Regex Said();
}
