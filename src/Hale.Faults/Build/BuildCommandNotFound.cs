using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step runs a program that the image does not have.</summary>
public sealed partial class BuildCommandNotFound : BuildFault
{
    private const string ProgramFact = "program";

    public override string Id => "build-command-not-found";

    public override string Title => "A build step runs a program that the image does not have";

    public override string Page => """
        A `RUN` of the Dockerfile calls a program that is not in the image at that step, or not on its `PATH`.

        ## What we look at
        The exit code 127 of the step and the shell's own line that names the program.

        ## Why it happens
        The program is installed in another stage, further down, or for another user; or the base image is a smaller one than the one that
        the Dockerfile was written for.

        ## What mends it
        A person: install the program in that stage before the step, or put its folder on the `PATH` with `ENV`.

        ## When it is not this
        A script of the project that "is not found" though it was copied ends its first line with a carriage return, or names an
        interpreter that the image lacks: `build-script-not-found`. Poetry has a page of its own: `poetry-missing`.
        """;

    private protected override Regex Line => NotFound();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && step.Error.EndsWith("exit code: 127", StringComparison.Ordinal) && line.Groups["program"].Value != "poetry"
            ? new Finding(Id, service, $"the program '{line.Groups["program"].Value}' is not in the image at this step of the build of {Place(step)}")
            {
                Facts = new Dictionary<string, string> { [ProgramFact] = line.Groups["program"].Value },
            }
            : null;

    public override Remedy Mend(Finding finding)
    {
        var program = finding.Facts[ProgramFact];
        return Remedy.ByHand(InstallerOf(program) is { } how ? $"before that step, in the same stage: {how}" : $"install '{program}' in the same stage before that step, or name the folder that it is in: ENV PATH=/folder:$PATH");
    }

    private static string? InstallerOf(string program) => program switch
    {
        "uv" => "RUN pip install uv",
        "pnpm" or "yarn" => $"RUN npm install -g {program}",
        "npm" or "node" or "npx" => "RUN apt-get update && apt-get install -y nodejs npm",
        "pip" or "pip3" => "RUN apt-get update && apt-get install -y python3-pip",
        "gcc" or "make" or "g++" or "cc" => "RUN apt-get update && apt-get install -y build-essential",
        "curl" or "wget" or "git" or "unzip" or "rsync" => $"RUN apt-get update && apt-get install -y {program}",
        _ => null,
    };

    // /bin/sh: 1: poetry: not found      /bin/bash: line 1: poetry: command not found      /bin/sh: poetry: not found
    [GeneratedRegex(@"^(?:/\S*/)?\w*sh: (?:line )?(?:\d+: )?(?<program>[^/\s:]+): (?:command )?not found$")]
    private static partial Regex NotFound();
}
