using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>Two packages ask for versions of a third that do not go together.</summary>
public sealed partial class NpmEresolve : SaidFault
{
    public override string Id => "npm-eresolve";

    public override string Title => "Two npm packages ask for versions of a third that exclude each other";

    public override string Page => """
        npm cannot choose packages: one asks for a version of another (a "peer") that the project does not have.

        ## What we look at
        npm's code ERESOLVE, what it found, and which package asks for what.

        ## Why it happens
        One of the packages was raised to a new major version and the other was not.

        ## What mends it
        A person: raise or lower one of the two. `--legacy-peer-deps` makes npm go on regardless and is no cure; Hale never sets it.

        ## When it is not this
        A version that does not exist at all is `npm-etarget`.
        """;

    private protected override Regex Line => Clash();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var found = said.Find(Found())?.Groups[1].Value;
        var peer = said.Find(Peer());
        var pair = found is null || peer is null ? "two packages exclude each other" : $"the project has '{found}', and '{peer.Groups[2].Value}' asks for {peer.Groups[1].Value.Replace("\"", "'", StringComparison.Ordinal)}";
        return new Finding(Id, said.Service, $"{pair}, so that npm refuses in {said.Place}");
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("npm install --package-lock-only --ignore-scripts   # shows the clash on this machine; raise or lower one of the two in package.json");

    // npm error code ERESOLVE
    [GeneratedRegex("^npm (?:ERR!|error) code ERESOLVE$")]
    private static partial Regex Clash();

    // npm error Found: react@18.3.1
    [GeneratedRegex("^npm (?:ERR!|error) Found: (\\S+)")]
    private static partial Regex Found();

    // npm error peer react@"17.0.2" from react-dom@17.0.2
    [GeneratedRegex("^npm (?:ERR!|error)\\s+peer (\\S+) from (\\S+)")]
    private static partial Regex Peer();
}
