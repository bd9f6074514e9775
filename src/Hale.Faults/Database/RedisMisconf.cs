using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A Redis server cannot write its data and so refuses changes.</summary>
public sealed partial class RedisMisconf : LogFault
{
    private const string Server = "server";

    public override string Id => "redis-misconf";

    public override string Title => "Redis cannot save and takes no changes";

    public override string Page => """
        A Redis server answers, but refuses each change: it could not write its data to its volume.

        ## What we look at
        The refusal in the output of a service that is not well.

        ## Why it happens
        The disk or the tmpfs at `/data` is full, it is read-only, or it belongs to another user.

        ## What mends it
        Make room, or correct the mount. `hale logs` of the Redis service names the error. Turning the check off hides that data is
        lost.

        ## When it is not this
        A server that does not start at all has another cause.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"Redis refuses changes to '{container.Service}', since it cannot save its data")
    {
        Facts = new Dictionary<string, string> { [Server] = Servers.ServiceOf("redis", evidence) },
    };

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker compose exec {finding.Facts[Server]} df -h /data", $"docker compose exec {finding.Facts[Server]} ls -ld /data", $"hale logs {finding.Facts[Server]}");

    // MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.
    [GeneratedRegex("MISCONF [^.]*unable to persist[^.]*")]
    private static partial Regex Said();
}
