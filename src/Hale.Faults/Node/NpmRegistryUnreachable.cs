using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>npm cannot reach the registry that it is told to use.</summary>
public sealed partial class NpmRegistryUnreachable : SaidFault
{
    private const string HostFact = "host";

    public override string Id => "npm-registry-unreachable";

    public override string Title => "npm cannot reach its registry";

    public override string Page => """
        npm asked a registry for a package and got no connection.

        ## What we look at
        npm's code (ECONNREFUSED, ETIMEDOUT, ECONNRESET and the like) and the address that it asked.

        ## Why it happens
        No network, a proxy that the container does not know of, or a mirror that no longer exists: in `.npmrc` of the project or the user, or in
        the `resolved` addresses of the lock file.

        ## What mends it
        It is tried once more, since a connection may fail for a moment. After that, a person: the address has to come from somewhere, and the
        advice shows where to look.

        ## When it is not this
        A name that a build step cannot look up is `build-dns`. A certificate that npm does not trust is `npm-tls`.
        """;

    private protected override Regex Line => NoConnection();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var code = line.Groups[1].Value;
        var isName = code is "ENOTFOUND" or "EAI_AGAIN";
        if (isName && said.Step is not null)
        {
            return null;
        }

        var host = said.Find(Address())?.Groups[1].Value ?? "the registry";
        return new Finding(Id, said.Service, $"npm got no connection to {host} ({code}) in {said.Place}") { Facts = new Dictionary<string, string> { [HostFact] = host } };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice =
        [
            $"curl -sSI {finding.Facts[HostFact]} | head -1   # whether this machine reaches it",
            "grep -rn registry .npmrc ~/.npmrc; grep -om1 '\"resolved\": \"[a-z]*://[^/]*' package-lock.json   # where the address comes from",
        ],
    };

    // npm error code ECONNREFUSED
    [GeneratedRegex("^npm (?:ERR!|error) code (ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$")]
    private static partial Regex NoConnection();

    // npm ERR! FetchError: request to http://127.0.0.1:9/is-odd failed, reason: connect ECONNREFUSED 127.0.0.1:9
    [GeneratedRegex(@"request to (https?://[^/\s]+)\S* failed")]
    private static partial Regex Address();
}
