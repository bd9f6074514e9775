using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>npm may not write where it installs.</summary>
public sealed partial class NpmEacces : SaidFault
{
    private const string PathFact = "path";

    public override string Id => "npm-eacces";

    public override string Title => "npm may not write where it installs";

    public override string Page => """
        npm runs as a user who may not write the folder that it installs into.

        ## What we look at
        npm's code EACCES (exit code 243) and the path, and the volume or folder that is mounted there.

        ## Why it happens
        The folder was made as root (`WORKDIR` and `COPY` do that, and a new volume is root's too where the image has nothing at its place) and
        the image goes on as another user; or the folder of this machine that is mounted belongs to another user.

        ## What mends it
        A person: the folder made and given to that user in the image before `USER`, so that a volume takes its owner over.

        ## When it is not this
        A file system that is mounted read-only says EROFS.
        """;

    private protected override Regex Line => Denied();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var path = line.Groups[1].Value;
        var mount = said.Container?.Mounts.FirstOrDefault(one => path == one.Target || path.StartsWith(one.Target.TrimEnd('/') + "/", StringComparison.Ordinal));
        var user = said.Container?.User is { Length: > 0 } name ? $" as the user '{name}'" : "";
        return new Finding(Id, said.Service, $"npm may not write '{path}'{user} in {said.Place}{(mount is null ? "" : $"; the {(mount.Kind == "bind" ? "folder" : "volume")} '{mount.Source}' is mounted there")}")
        {
            Facts = new Dictionary<string, string> { [PathFact] = path },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"in the Dockerfile, before USER: RUN mkdir -p {Folder(finding)} && chown -R node:node {Folder(finding)}",
        $"docker compose run --rm --no-deps --entrypoint ls {finding.Subject} -ldn {Folder(finding)}   # who owns it now");

    private static string Folder(Finding finding)
    {
        var path = finding.Facts[PathFact];
        return path.IndexOf("/node_modules", StringComparison.Ordinal) is >= 0 and var at ? path[..(at + "/node_modules".Length)] : path;
    }

    // npm ERR! Error: EACCES: permission denied, mkdir '/app/node_modules/is-odd'
    [GeneratedRegex("^npm (?:ERR!|error) (?:\\[?Error: )?EACCES: permission denied, \\w+ '([^']+)'")]
    private static partial Regex Denied();
}
