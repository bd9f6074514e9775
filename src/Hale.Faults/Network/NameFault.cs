using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A fault of a service that could not look up another one's name.</summary>
public abstract partial class NameFault : LogFault
{
    public override Needs Needs => Needs.Containers | Needs.Model;

    private protected override Regex Line => Unresolved();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var name = line.Groups["name"].Value;
        // A name with dots is the Internet's, and what a program calls its own machine is not asked for on a network.
        return evidence.Model.Known?.Stack is not { } stack || name.Contains('.', StringComparison.Ordinal) || name is "localhost"
            ? null
            : Find(container, name, Peer.Of(name, container, stack, evidence.Containers.Known!), evidence);
    }

    /// <summary>The finding; null when the other service stands otherwise.</summary>
    private protected abstract Finding? Find(SeenContainer container, string name, Peer peer, Evidence evidence);

    // psycopg2.OperationalError: could not translate host name "dbb" to address: Name or service not known
    // Error: getaddrinfo ENOTFOUND dbb
    // redis.exceptions.ConnectionError: Error -2 connecting to chache:6379. Name or service not known.
    // dial tcp: lookup dbb on 127.0.0.11:53: no such host
    // Could not connect to Redis at db:6379: Name or service not known
    // curl: (6) Could not resolve host: dbb
    // wget: bad address 'dbb'
    // java.net.UnknownHostException: dbb
    [GeneratedRegex("""
        could not translate host name "(?<name>[^"\s]+)"|getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<name>[\w.-]+)|connecting to (?<name>[\w.-]+):\d+\. (?:Name or service not known|No address associated|Temporary failure in name resolution)|connect to \w+ at (?<name>[\w.-]+):\d+: (?:Name or service not known|Temporary failure in name resolution)|lookup (?<name>[\w.-]+) on \S+: (?:no such host|server misbehaving)|Could not resolve host: (?<name>[\w.-]+)|bad address '(?<name>[\w.-]+?)(?::\d+)?'|UnknownHostException: (?<name>[\w.-]+)
        """)]
    private static partial Regex Unresolved();
}
