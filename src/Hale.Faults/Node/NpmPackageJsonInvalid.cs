using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary><c>package.json</c> cannot be read.</summary>
public sealed partial class NpmPackageJsonInvalid : SaidFault
{
    public override string Id => "npm-package-json-invalid";

    public override string Title => "package.json cannot be read";

    public override Needs Needs => base.Needs | Needs.Node;

    public override string Page => """
        npm cannot read `package.json`, since it is no JSON.

        ## What we look at
        npm's code EJSONPARSE in a build step or in a service's output, and the file itself: the line at which it stops being JSON.

        ## Why it happens
        A comma after the last entry, a comment, or the markers of a merge that was not finished.

        ## What mends it
        A person, in that line.

        ## When it is not this
        A lock file that cannot be read is `npm-lock-corrupt`: npm calls it missing.
        """;

    private protected override Regex Line => Unread();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var folder = evidence.Node.Known?.Folders.FirstOrDefault(one => one.PackageBroken is not null && one.Services.Contains(said.Service));
        var place = folder is null ? "package.json" : $"{folder.File("package.json")} line {folder.PackageBrokenLine?.ToString(CultureInfo.InvariantCulture)}";
        return new Finding(Id, said.Service, $"{place} is no JSON, so that npm stops in {said.Place}") { Facts = new Dictionary<string, string> { ["file"] = folder?.File("package.json") ?? "package.json" } };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"python3 -m json.tool {finding.Facts["file"]}   # names the place", $"git diff {finding.Facts["file"]}");

    // npm error code EJSONPARSE
    [GeneratedRegex("^npm (?:ERR!|error) code EJSONPARSE$")]
    private static partial Regex Unread();
}
