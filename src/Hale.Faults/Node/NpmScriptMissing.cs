using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>npm is to run a script that <c>package.json</c> does not have.</summary>
public sealed partial class NpmScriptMissing : SaidFault
{
    private const string ScriptsFact = "scripts";

    public override string Id => "npm-script-missing";

    public override string Title => "package.json has no script of that name";

    public override Needs Needs => base.Needs | Needs.Node;

    public override string Page => """
        `npm run` names a script that `package.json` does not have.

        ## What we look at
        npm's line that names the script, and the scripts that `package.json` of the service does have.

        ## Why it happens
        The script was renamed, the script is one of a workspace and npm runs at the top, or the image holds an older `package.json`.

        ## What mends it
        A person: the name in `command:` or in the Dockerfile, or the script in `package.json`.

        ## When it is not this
        A program that the script calls and that is not found is named without the word "script".
        """;

    private protected override Regex Line => Missing();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var scripts = evidence.Node.Known?.Of(said.Service)?.Scripts ?? [];
        var there = scripts.Count > 0 ? $"; there {(scripts.Count == 1 ? "is" : "are")} {string.Join(", ", scripts.Select(name => $"'{name}'"))}" : "";
        return new Finding(Id, said.Service, $"package.json has no script '{line.Groups[1].Value}', which npm is to run in {said.Place}{there}")
        {
            Facts = new Dictionary<string, string> { [ScriptsFact] = scripts.Count > 0 ? scripts[0] : "", ["missing"] = line.Groups[1].Value },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts[ScriptsFact] is { Length: > 0 } script
        ? $"in the Compose file or the Dockerfile of '{finding.Subject}': npm run {script}"
        : $"in package.json: \"scripts\": {{\"{finding.Facts["missing"]}\": \"…\"}}");

    // npm ERR! Missing script: "dev"
    [GeneratedRegex("^npm (?:ERR!|error) Missing script: \"([^\"]+)\"")]
    private static partial Regex Missing();
}
