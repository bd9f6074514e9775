using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A service imports a package that <c>package.json</c> does not name.</summary>
public sealed class NodeModuleNeverInstalled : NodeModuleFault
{
    private const string PackageFact = "package";
    private const string FolderFact = "folder";

    public override string Id => "node-module-never-installed";

    public override string Title => "A service imports a package that package.json does not name";

    public override string Page => """
        Node does not find a package that the program imports, and `package.json` of that service does not name it, or only for development.

        ## What we look at
        Node's line that names the package, and the dependencies in `package.json`.

        ## Why it happens
        The package came along with another one on the machine where the program was written; or it stands under `devDependencies` and the
        image installs with `--omit=dev` or `NODE_ENV=production`.

        ## What mends it
        A person: the package under `dependencies`, and a new lock file.

        ## When it is not this
        A package that `package.json` does name, behind a volume over `node_modules`, is `node-module-stale-volume`.
        """;

    private protected override Finding? Judge(Said said, string package, NodeFolder folder, Evidence evidence)
    {
        if (folder.Dependencies.Contains(package) || folder.PackageBroken is not null)
        {
            return null;
        }

        var development = folder.DevelopmentDependencies.Contains(package);
        return development && VolumeOver(said) is not null ? null : new Finding(
            Id, said.Service, $"'{said.Service}' imports '{package}', which {folder.File("package.json")} {(development ? "names only under devDependencies" : "does not name")}")
        {
            Facts = new Dictionary<string, string> { [PackageFact] = package, [FolderFact] = folder.Path },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"{(finding.Facts[FolderFact] == "." ? "" : $"cd {finding.Facts[FolderFact]} && ")}npm install --save-prod --package-lock-only {finding.Facts[PackageFact]}",
        "hale docker");
}
