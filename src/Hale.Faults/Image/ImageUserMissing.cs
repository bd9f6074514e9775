using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A service is to run as a user that its image does not have.</summary>
public sealed partial class ImageUserMissing : StartFault
{
    public override string Id => "image-user-missing";

    public override string Title => "A service is to run as a user that its image does not have";

    public override string Page => """
        `user:` in the Compose file, or `USER` in the Dockerfile, is a name, and the image's `/etc/passwd` or `/etc/group` has no such name.

        ## What we look at
        The engine's refusal to start the container, which names the user or the group.

        ## Why it happens
        The name is misspelt, the image makes its user under another name, or the base image was exchanged.

        ## What mends it
        A name that the image has, or a number, which needs no entry there. Hale does not choose who a program runs as.

        ## When it is not this
        A user that is there and may not write a mounted folder is `vol-uid-mismatch`.
        """;

    private protected override Regex Refusal => NoUser();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var (kind, name) = (refusal.Groups["kind"].Value, refusal.Groups["name"].Value);
        return service is null
            ? null
            : new Finding(Id, service, $"'{service}' is to run as the {kind} '{name}', which its image does not have")
            {
                Facts = new Dictionary<string, string> { ["kind"] = kind, ["name"] = name },
            };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose run --rm --no-deps --user 0 --entrypoint cat {finding.Subject} /etc/{(finding.Facts["kind"] == "group" ? "group" : "passwd")}",
        $"write one of those names, or a number, in place of '{finding.Facts["name"]}' in user: of '{finding.Subject}' (or USER of its Dockerfile)");

    // unable to find user nosuch: no matching entries in passwd file      unable to find group nosuch: no matching entries in group file
    [GeneratedRegex("unable to find (?<kind>user|group) (?<name>[^:]+): no matching entries")]
    private static partial Regex NoUser();
}
