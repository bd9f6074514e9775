using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The part of a package that holds the machine code was not installed.</summary>
public sealed partial class NodeOptionalDepLost : SaidFault
{
    private const string PackageFact = "package";

    public override string Id => "node-optional-dep-lost";

    public override string Title => "The machine code of an npm package was not installed";

    public override string Page => """
        Tools such as Rollup and esbuild come with one optional package for each kind of machine, and the one for this machine is not there.

        ## What we look at
        The line that names the optional package.

        ## Why it happens
        The lock file was written on another kind of machine and lacks the others (a known defect of npm), or the packages were installed with
        `--omit=optional`.

        ## What mends it
        A person: a lock file that is written from nothing, so that it names the packages of all machines. Versions may be newer then.

        ## When it is not this
        When the package of another machine is there instead, the packages came from another computer: `node-native-other-platform`.
        """;

    private protected override Regex Line => Lost();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var package = line.Groups[1].Value;
        return said.Lines.Any(text => text.Contains("for another platform", StringComparison.Ordinal)) ? null
            : new Finding(Id, said.Service, $"'{package}', the machine code of a package, was not installed in {said.Place}") { Facts = new Dictionary<string, string> { [PackageFact] = package } };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"grep -c '{finding.Facts[PackageFact]}' package-lock.json   # 0: the lock file lacks it",
        "rm -rf node_modules package-lock.json && npm install --package-lock-only",
        "and no --omit=optional where the image installs");

    // Error: Cannot find module @rollup/rollup-linux-x64-gnu. npm has a bug related to optional dependencies
    // Error: The package "@esbuild/linux-x64" could not be found, and is needed by esbuild.
    [GeneratedRegex("(?:Cannot find module ['\"]?|The package [\"'])(@?[\\w/-]+-(?:linux|darwin|win32)-[\\w-]+|@esbuild/(?:linux|darwin|win32)-\\w+)")]
    private static partial Regex Lost();
}
