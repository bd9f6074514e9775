using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step runs a script that nobody may run.</summary>
public sealed partial class BuildScriptNotExecutable : BuildFault
{
    private const string ScriptFact = "script";

    public override string Id => "build-script-not-executable";

    public override string Title => "A build step runs a script that is not executable";

    public override string Page => """
        A `RUN` of the Dockerfile starts a script that was copied without the right to be run.

        ## What we look at
        The exit code 126 of the step and the shell's own line that says "Permission denied" for the script.

        ## Why it happens
        The right was lost in a zip archive or on a Windows disk, or was never given.

        ## What mends it
        A person: `COPY --chmod=755`, or the right in Git, so that each clone has it.

        ## When it is not this
        A file that the script itself may not read or write is named in another line, with another exit code.
        """;

    private protected override Regex Line => Denied();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && step.Error.EndsWith("exit code: 126", StringComparison.Ordinal)
            ? new Finding(Id, service, $"'{line.Groups[1].Value}' is not executable in the build of {Place(step)}")
            {
                Facts = new Dictionary<string, string> { [ScriptFact] = line.Groups[1].Value },
            }
            : null;

    public override Remedy Mend(Finding finding)
    {
        var name = finding.Facts[ScriptFact].Split('/')[^1];
        return Remedy.ByHand($"find . -name '{name}' -not -path './node_modules/*' -exec chmod +x {{}} +", $"git add --chmod=+x {name}");
    }

    // /bin/sh: 1: /run.sh: Permission denied
    [GeneratedRegex(@"^(?:/\S*/)?\w*sh: (?:line )?(?:\d+: )?([^\s:]+): Permission denied$")]
    private static partial Regex Denied();
}
