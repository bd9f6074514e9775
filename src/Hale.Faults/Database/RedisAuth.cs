using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A Redis server refuses a service for its password.</summary>
public sealed partial class RedisAuth : LogFault
{
    public override string Id => "redis-auth";

    public override string Title => "Redis wants another password";

    public override string Page => """
        The Redis server of the stack wants a password, and a service gives none or a wrong one.

        ## What we look at
        The refusal in the output of a service that is not well.

        ## Why it happens
        `--requirepass` or an access list was set on the server and not in the settings of the service, or the two read different
        variables.

        ## What mends it
        Give the service the server's password, in its address: `redis://:password@cache:6379`.

        ## When it is not this
        A refusal without a word is a server that does not run.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"Redis refuses '{container.Service}' for its password: '{line.Value}'");

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker compose config {finding.Subject}", $"set the password of Redis in the settings of '{finding.Subject}', in .env or in the Compose file");

    // (error) NOAUTH Authentication required.
    // WRONGPASS invalid username-password pair or user is disabled.
    [GeneratedRegex("(?:NOAUTH|WRONGPASS) [\\w -]+|invalid username-password pair")]
    private static partial Regex Said();
}
