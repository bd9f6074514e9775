using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The registry has no package of that name, or does not show it to this user.</summary>
public sealed partial class Npm404 : SaidFault
{
    private const string PackageFact = "package";

    public override string Id => "npm-404";

    public override string Title => "The npm registry has no package of that name";

    public override string Page => """
        The registry answered that there is no such package. For a private package it says the same to those who may not see it.

        ## What we look at
        npm's code E404 and the package that it names.

        ## Why it happens
        A private package without a token where npm runs (a build sees neither your `~/.npmrc` nor your variables), a scope that belongs to
        another registry, a slip in the name, or a package that was taken back.

        ## What mends it
        A person: the registry of the scope in `.npmrc` of the project, with the token passed as a build secret; or the right name.

        ## When it is not this
        A package that exists and lacks that version is `npm-etarget`.
        """;

    private protected override Regex Line => NoPackage();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var package = line.Groups[1].Value.Replace("%2f", "/", StringComparison.OrdinalIgnoreCase);
        return new Finding(Id, said.Service, $"the registry has no package '{package}' that npm may see in {said.Place}") { Facts = new Dictionary<string, string> { [PackageFact] = package } };
    }

    public override Remedy Mend(Finding finding)
    {
        var package = finding.Facts[PackageFact];
        return package.StartsWith('@')
            ? Remedy.ByHand($"npm view '{package}' version   # with your login", $"grep -n '{package.Split('/')[0]}:registry' .npmrc ~/.npmrc   # the scope's registry has to be in the project's .npmrc, its token passed as a build secret")
            : Remedy.ByHand($"npm view '{package}' version", $"npm search '{package}'");
    }

    // npm error 404  'is-od@^3.0.0' is not in this registry.
    // npm ERR! 404  '@acme/ui@1.0.0' is not in the npm registry.
    // npm ERR! 404 Not Found - GET http://localhost:4873/is-od - no such package
    // npm error 404  The requested resource 'is-od@3.0.1' could not be found or you do not have permission to access it.
    [GeneratedRegex(@"^npm (?:ERR!|error) 404\s+(?:The requested resource )?'((?:@[^/]+/)?[^@'/]+)(?:@[^']*)?' (?:is not in (?:this|the npm) registry|could not be found)")]
    private static partial Regex NoPackage();
}
