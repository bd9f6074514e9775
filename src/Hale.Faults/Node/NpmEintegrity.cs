using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A package is not what the lock file says it should be.</summary>
public sealed partial class NpmEintegrity : SaidFault
{
    private const string PackageFact = "package";

    public override string Id => "npm-eintegrity";

    public override string Title => "An npm package has another checksum than the lock file says";

    public override string Page => """
        npm fetched a package whose checksum is not the one in the lock file, and refuses it.

        ## What we look at
        npm's code EINTEGRITY with both checksums, and the package where npm names it.

        ## Why it happens
        A damaged cache or download; a proxy or private registry that gives another file; a version that was published a second time; or a lock
        file that was merged wrongly.

        ## What mends it
        A build is done once more without its cache. When the checksum differs again, what the registry gives is not what was locked, and a
        person has to find out why. Hale never writes a new checksum into the lock file: it is there to be held.

        ## When it is not this
        A lock file that does not agree with `package.json` is `npm-lock-stale`.
        """;

    private protected override Regex Line => Differs();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var (wanted, got) = (line.Groups["wanted"].Value, line.Groups["got"].Value);
        return new Finding(Id, said.Service, $"npm fetched a package with the checksum {Short(got)} where the lock file says {Short(wanted)}, in {said.Place}")
        {
            Facts = new Dictionary<string, string> { [PackageFact] = wanted, ["build"] = said.Step is null ? "" : "yes" },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        string[] advice = [$"grep -n -B3 '{finding.Facts[PackageFact]}' package-lock.json   # names the package and where it is fetched from", "npm cache verify", "npm view NAME@VERSION dist.integrity   # what the registry says; when it is not what was locked, ask whoever publishes it"];
        return finding.Facts["build"].Length > 0 ? new Remedy { Acts = [new RebuildService(finding.Subject, finding.Says)], Advice = advice } : Remedy.ByHand(advice);
    }

    private static string Short(string checksum) => checksum.Length > 20 ? $"{checksum[..20]}…" : checksum;

    // npm ERR! sha512-AAAA== integrity checksum failed when using sha512: wanted sha512-AAAA== but got sha512-BBBB==. (2345 bytes)
    [GeneratedRegex(@"wanted (?<wanted>sha\d+-\S+) but got (?<got>sha\d+-[^\s.]+)")]
    private static partial Regex Differs();
}
