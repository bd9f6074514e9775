using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The index that Poetry fetches packages from does not answer.</summary>
public sealed partial class PoetryIndexUnreachable : PoetrySaid
{
    public override string Id => "poetry-index-unreachable";

    public override string Title => "The package index does not answer";

    public override string Page => """
        Poetry cannot connect to an index. That also happens for a dependency by path: the tools that build it come from an index.

        ## What we look at
        Poetry's sentence, which names the host.

        ## Why it happens
        The machine is offline, a proxy or a firewall stands between, or a private index is down.

        ## What mends it
        The connection, or another index under `[[tool.poetry.source]]`. Hale tries the build once more, since such a failure often passes.

        ## When it is not this
        A certificate that the image does not trust is `tls-inspected-build`. A package that the index does not have is `poetry-no-such-version`.
        """;

    private protected override Regex Line => Said();

    public override Remedy Mend(Finding finding) => base.Mend(finding) with { Acts = [new TryAgain(finding.Subject, finding.Says)] };

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => talk.Says("CERTIFICATE_VERIFY_FAILED") ? null : new(
        $"the package index at {line.Groups["host"].Value} does not answer",
        $"curl -I https://{line.Groups["host"].Value}/",
        "or name an index that answers: poetry source add --priority=primary NAME URL");

    // All attempts to connect to pypi.org failed.
    // HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded with url: /simple/cc/
    [GeneratedRegex("""(?:All attempts to connect to (?<host>\S+) failed|HTTPS?ConnectionPool\(host='(?<host>[^']+)'.*Max retries exceeded)""")]
    private static partial Regex Said();
}
