using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A volume over <c>node_modules</c> holds the packages of an older image.</summary>
public sealed class NodeModuleStaleVolume : NodeModuleFault
{
    private const int AnonymousName = 64;
    private const string VolumeFact = "volume";

    public override string Id => "node-module-stale-volume";

    public override string Title => "A volume over node_modules holds the packages of an older image";

    public override string Page => """
        Node does not find a package that `package.json` names: a volume lies over `node_modules` and was filled from an image of before.

        ## What we look at
        Node's line that names the package, `package.json`, which has it under `dependencies` or `devDependencies`, and the volume that the
        container has mounted at `node_modules`.

        ## Why it happens
        The engine fills a new volume from the image once and never again. Compose hands a volume without a name on from the old container to the
        new one, so that a new image changes nothing.

        ## What mends it
        A volume without a name is made anew together with the container (`docker compose up -V`): what is in it came from the image. What
        else is in a volume with a name Hale cannot know:
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.

        ## When it is not this
        A package that `package.json` does not name is `node-module-never-installed`.
        """;

    private protected override Finding? Judge(Said said, string package, NodeFolder folder, Evidence evidence)
    {
        if (VolumeOver(said) is not { Source: { } volume } over || !(folder.Dependencies.Contains(package) || folder.DevelopmentDependencies.Contains(package)))
        {
            return null;
        }

        var anonymous = volume.Length == AnonymousName && volume.All(char.IsAsciiHexDigitLower);
        return new Finding(Id, said.Service, $"'{said.Service}' does not find '{package}', which {folder.File("package.json")} names: the {(anonymous ? "unnamed volume" : $"volume '{volume}'")} at {over.Target} holds the packages of an older image")
        {
            Facts = new Dictionary<string, string>(FreshVolume.FactsOf(said.Container, over.Target, evidence)) { [VolumeFact] = anonymous ? "" : volume },
        };
    }

    public override Remedy Mend(Finding finding) => finding.Facts[VolumeFact] is { Length: > 0 } named
        ? FreshVolume.Or(finding, $"docker compose rm --stop --force {finding.Subject} && docker volume rm {named} && hale docker   # when nothing but packages is in it")
        : new Remedy
        {
            Acts = [new RemakeService(finding.Subject, RenewsAnonymousVolumes: true, finding.Says)],
            Advice = [$"docker compose up -d --build --renew-anon-volumes {finding.Subject}"],
        };
}
