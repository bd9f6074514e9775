using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The image has another version of Node than a package allows.</summary>
public sealed partial class NpmEbadengine : SaidFault
{
    private const string RangeFact = "range";

    public override string Id => "npm-ebadengine";

    public override string Title => "The image has another version of Node than the project asks for";

    public override Needs Needs => base.Needs | Needs.Node;

    public override string Page => """
        npm refuses to install, since the project or a package in it asks for another version of Node than the image has.

        ## What we look at
        npm's code EBADENGINE with the version it found and the one it wants, and `engines.node` of `package.json`. npm only warns of it, unless
        `engine-strict` is set; a warning alone stops nothing and is not reported.

        ## Why it happens
        `engines` was raised and the `FROM` of the Dockerfile was not, or the other way round.

        ## What mends it
        A person: another tag of the Node image.

        ## When it is not this
        A lock file that npm refuses is `npm-lock-stale` or one of its neighbours.
        """;

    private protected override Regex Line => Refused();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var versions = said.Find(Versions());
        var wants = versions?.Groups["wants"].Value ?? evidence.Node.Known?.Of(said.Service)?.WantsNode ?? "another version";
        var has = said.Find(Has())?.Groups["has"].Value;
        return new Finding(Id, said.Service, $"the image has {(has is null ? "another Node" : $"Node {has}")} and not the '{wants}' that is asked for: npm refuses in {said.Place}")
        {
            Facts = new Dictionary<string, string> { [RangeFact] = wants },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"in the Dockerfile of '{finding.Subject}', take a Node image that is {finding.Facts[RangeFact]} in FROM", "node --version   # then bring engines.node in package.json in line");

    // npm error code EBADENGINE
    [GeneratedRegex("^npm (?:ERR!|error) code EBADENGINE$")]
    private static partial Regex Refused();

    // npm ERR! notsup Required: {"node":">=99"}
    [GeneratedRegex("Required: \\{.*?\"node\":\"(?<wants>[^\"]+)\"")]
    private static partial Regex Versions();

    // npm ERR! notsup Actual:   {"npm":"9.2.0","node":"v20.19.2"}
    [GeneratedRegex("Actual: .*?\"node\":\"v?(?<has>[^\"]+)\"")]
    private static partial Regex Has();
}
