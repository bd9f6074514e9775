using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The registry has the package and no version that is asked for.</summary>
public sealed partial class NpmEtarget : SaidFault
{
    private const string PackageFact = "package";

    public override string Id => "npm-etarget";

    public override string Title => "The npm registry has no such version of a package";

    public override string Page => """
        `package.json` asks for a version of a package that the registry does not have.

        ## What we look at
        npm's code ETARGET and the package and range that it names.

        ## Why it happens
        A slip in the number, a version that was taken back, a mirror that lags behind, or a `before` date in the settings of npm.

        ## What mends it
        A person: a version that is there.

        ## When it is not this
        A package that the registry does not know at all is `npm-404`.
        """;

    private protected override Regex Line => NoVersion();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var wanted = line.Groups[1].Value.TrimEnd('.');
        return new Finding(Id, said.Service, $"the registry has no version that is '{wanted}', which is asked for in {said.Place}")
        {
            Facts = new Dictionary<string, string> { [PackageFact] = wanted[..wanted.LastIndexOf('@')] },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"npm view '{finding.Facts[PackageFact]}' versions --json | tail -5", $"npm install --package-lock-only '{finding.Facts[PackageFact]}@latest'");

    // npm error notarget No matching version found for is-odd@99.
    [GeneratedRegex(@"^npm (?:ERR!|error) notarget No matching version found for (\S+@\S+)")]
    private static partial Regex NoVersion();
}
