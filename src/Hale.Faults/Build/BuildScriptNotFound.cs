using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step runs a script by its path, and the shell does not find it or what its first line names.</summary>
public sealed partial class BuildScriptNotFound : BuildFault
{
    private const string ScriptFact = "script";
    private const string InterpreterFact = "interpreter";

    public override string Id => "build-script-not-found";

    public override string Title => "A build step runs a script that cannot be started";

    public override string Page => """
        A `RUN` of the Dockerfile starts a script by its path, and the shell says that it is not found. The script may well be there: the
        kernel says the same when the interpreter in its first line is not.

        ## What we look at
        The exit code 127 of the step and the shell's own line, which names a path.

        ## Why it happens
        The script was checked out with Windows line ends, so that its first line asks for `/bin/sh` with a carriage return; or it asks for
        an interpreter such as bash that a small image lacks; or it was never copied.

        ## What mends it
        A person: Unix line ends (`* text=auto eol=lf` in `.gitattributes`), or another first line, or the `COPY` that is missing.

        ## When it is not this
        A program without a path is `build-command-not-found`; one that may not be run is `build-script-not-executable`.
        """;

    private protected override Regex Line => NotFound();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && step.Error.EndsWith("exit code: 127", StringComparison.Ordinal) && !line.Value.Contains("/bin/poetry: ", StringComparison.Ordinal)
            ? new Finding(Id, service, $"{What(line)}, in the build of {Place(step)}")
            {
                Facts = new Dictionary<string, string> { [ScriptFact] = line.Groups["script"].Value, [InterpreterFact] = line.Groups["interpreter"].Value },
            }
            : null;

    public override Remedy Mend(Finding finding)
    {
        if (finding.Facts[InterpreterFact] is { Length: > 0 } interpreter)
        {
            return Remedy.ByHand(interpreter.Contains("\\r", StringComparison.Ordinal)
                ? "git add --renormalize .   # after a .gitattributes with the line: * text=auto eol=lf"
                : $"install '{interpreter}' in the same stage before that step, or name an interpreter that the image has in the script's first line");
        }

        var name = finding.Facts[ScriptFact].Split('/')[^1];
        return Remedy.ByHand(
            $"grep -rlI --include='{name}' $'\\r' .   # names it when its lines end as on Windows; then: sed -i 's/\\r$//' FILE",
            $"otherwise check that the Dockerfile copies '{name}' before that step and that the image has the interpreter in its first line");
    }

    private static string What(Match line) => line.Groups["interpreter"] is { Success: true } interpreter
        ? $"the interpreter '{interpreter.Value}' that a script asks for is not in the image"
        : $"'{line.Groups["script"].Value}' was not found, or the interpreter in its first line was not";

    // /bin/sh: 1: /run.sh: not found      /bin/sh: ./run.sh: not found      env: 'bash\r': No such file or directory
    [GeneratedRegex(@"^(?:/\S*/)?\w*sh: (?:line )?(?:\d+: )?(?<script>[^\s:]*/[^\s:]+): (?:not found|No such file or directory|cannot execute: required file not found)$|^(?:/usr/bin/)?env: [‘'""](?<interpreter>[^’'""]+)[’'""]: No such file or directory$")]
    private static partial Regex NotFound();
}
