using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A shell stumbles over the Windows line ends of a script.</summary>
public sealed partial class ImageCrlfRunByShell : ProgramFault
{
    public override string Id => "image-crlf-run-by-shell";

    public override string Title => "A shell stumbles over the Windows line ends of a script";

    public override string Page => """
        A service runs a script with a shell, as `sh start.sh`, and the script has Windows line ends. To the shell the carriage return is part
        of the last word of each line: options are invalid, commands are not found, and a block never ends.

        ## What we look at
        The shell's own words, and whether the script in the command has Windows line ends as it lies in the container.

        ## Why it happens
        Git on Windows writes text files with Windows line ends unless `.gitattributes` says otherwise.

        ## What mends it
        The file of the project is written with Unix line ends, and the image is built anew from it. `*.sh text eol=lf` in `.gitattributes`
        keeps Git from changing it back.

        ## When it is not this
        A script that is executed itself, and not by a shell, does not even begin: `image-entrypoint-crlf`.
        """;

    private protected override Regex Refusal => Stumbled();

    // The shell names the script, if anything, in words of its own: it is the one in the command.
    private protected override SeenProgram? ProgramOf(SeenContainer container, Match refusal, ProgramFacts facts) =>
        facts.Programs.FirstOrDefault(one => one.Service == container.Service && one is { CarriageReturns: true, IsBinary: false } && container.Command.Contains(one.Name));

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence) =>
        new(Id, container.Service, $"'{container.Service}' fails in {program.Name}: the script has Windows line ends, which its shell takes for a part of the commands")
        {
            Facts = UnixText.FactsOf(program),
        };

    public override Remedy Mend(Finding finding) => UnixText.Instead(finding);

    // /e.sh: line 2: $'\r': command not found      /e.sh: 2: set: Illegal option -      : invalid option name      /e.sh: 5: Syntax error: end of file unexpected
    [GeneratedRegex(@"(?i)\$'\\r'|\r|: (?:set: )?(?:illegal option|invalid option)|syntax error:? .*(?:end of file|unexpected)|: \d+: .*: ?not found|: line \d+: .*not found|: not found\s*$")]
    private static partial Regex Stumbled();
}
