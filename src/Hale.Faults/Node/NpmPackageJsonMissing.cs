using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>npm runs in a folder without a <c>package.json</c>.</summary>
public sealed partial class NpmPackageJsonMissing : SaidFault
{
    private const string PathFact = "path";

    public override string Id => "npm-package-json-missing";

    public override string Title => "npm runs in a folder without a package.json";

    public override string Page => """
        npm looks for `package.json` in the folder that it runs in, and there is none.

        ## What we look at
        npm's line that it could not read the file, with the path, and the folders that the service has mounted there.

        ## Why it happens
        `WORKDIR` or `working_dir` is another folder than the one that was copied to, or a folder of this machine that is empty is mounted
        over the one in the image.

        ## What mends it
        A person: the working directory, or the source of the mount.

        ## When it is not this
        A file that is there and is no JSON is `npm-package-json-invalid`.
        """;

    private protected override Regex Line => Missing();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        // A package that is lacking below is no project's own file: the lock names a place where nothing is.
        var path = line.Groups[1].Value;
        if (path.Contains("/node_modules/", StringComparison.Ordinal))
        {
            return null;
        }

        var mount = said.Container?.Mounts.Where(one => path.StartsWith(one.Target.TrimEnd('/') + "/", StringComparison.Ordinal)).MaxBy(one => one.Target.Length);
        var over = mount is null ? "" : $"; over {mount.Target} the {(mount.Kind == "bind" ? "folder" : "volume")} '{mount.Source}' is mounted";
        return new Finding(Id, said.Service, $"npm found no '{path}' in {said.Place}{over}") { Facts = new Dictionary<string, string> { [PathFact] = path } };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose run --rm --no-deps --entrypoint ls {finding.Subject} -la {finding.Facts[PathFact][..^"/package.json".Length]}",
        "make WORKDIR (or working_dir:) and the target of COPY (or of the mount) the same folder");

    // npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'
    // npm ERR! enoent ENOENT: no such file or directory, open '/app/package.json'
    [GeneratedRegex("^npm (?:ERR!|error) enoent .*ENOENT: no such file or directory, open '(\\S+/package\\.json)'")]
    private static partial Regex Missing();
}
