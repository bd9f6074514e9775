using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>Somebody else than the package archive answered apt, with a page for people.</summary>
public sealed partial class BuildAptCaptive : BuildFault
{
    public override string Id => "build-apt-captive";

    public override string Title => "Something on the way answers in place of the package archive";

    public override IReadOnlyList<string> Causes => ["build-apt-unknown-package"];

    public override string Page => """
        apt asked the archive for its signed list and was given something that is no such list, most often a web page.

        ## What we look at
        apt's line `Clearsigned file isn't valid, got 'NOSPLIT'`.

        ## Why it happens
        A network that wants a login first answers every address with its login page; or a proxy answers with a page of its own.

        ## What mends it
        A person: the login of the network, or the right proxy for builds.

        ## When it is not this
        A list that was changed on the way is `build-apt-hash-mismatch`; an archive that lacks the release is `build-apt-eol-suite`.
        """;

    private protected override Regex Line => NoList();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence)
    {
        var host = step.Output.Select(text => Host().Match(text)).FirstOrDefault(found => found.Success)?.Groups[1].Value ?? "deb.debian.org";
        return step.Service is { } service
            ? new Finding(Id, service, $"what answers for {host} is no package archive, in the build of {Place(step)}")
            {
                Facts = new Dictionary<string, string> { ["host"] = host },
            }
            : null;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"curl -sSi http://{finding.Facts["host"]}/ | head -20   # whose page it is",
        "log in to the network with a browser, then run: hale docker");

    // E: Failed to fetch http://deb.debian.org/debian/dists/trixie/InRelease  Clearsigned file isn't valid, got 'NOSPLIT' (does the network require authentication?)
    [GeneratedRegex("Clearsigned file isn't valid, got 'NOSPLIT'")]
    private static partial Regex NoList();

    // Err:1 http://deb.debian.org/debian trixie InRelease
    [GeneratedRegex(@"^(?:Err:\d+ |.*Failed to fetch )https?://([^/\s]+)")]
    private static partial Regex Host();
}
