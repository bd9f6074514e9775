using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>The command of a service is no program that its container finds.</summary>
public sealed partial class ImageCommandNotFound : ProgramFault
{
    public override string Id => "image-command-not-found";

    public override string Title => "The command of a service is not found in its container";

    public override string Page => """
        The command of a service begins with a name, and no folder of the `PATH` in its container has a program of that name.

        ## What we look at
        The engine's or the shell's words, which name the program, and the folders in which tools install programs beside the path: virtual
        environments of Python, `node_modules/.bin`.

        ## Why it happens
        The name is misspelt, the tool is not installed in the image, a virtual environment is not on the path, or a whole command line
        stands where one program belongs: `["npm start"]`.

        ## What mends it
        Where the program lies in one of those folders, a line in the overlay starts it there; a command line in one word is taken apart. Otherwise
        the command or the image has to be changed.

        ## When it is not this
        A program that is given as a path and is not there is `image-entrypoint-missing`.
        """;

    private protected override Regex Refusal => NotFound();

    // A command line in one word is no name that anybody looked for.
    private protected override SeenProgram? ProgramOf(SeenContainer container, Match refusal, ProgramFacts facts) =>
        base.ProgramOf(container, refusal, facts) ?? new SeenProgram { Service = container.Service, Name = refusal.Groups["name"].Value };

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        var words = program.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var says = words.Length > 1 ? $"'{container.Service}' is to run '{program.Name}' as one program; the program is {words[0]}"
            : program.At is { } place ? $"'{container.Service}' does not find {program.Name}, which lies at {place} in its container, beside the path"
            : $"'{container.Service}' does not find {program.Name}: no program of that name is on the path in its container";
        return new Finding(Id, container.Service, says)
        {
            Facts = new Dictionary<string, string> { ["name"] = words[0], ["command"] = OtherCommand.Packed(Instead(container, program, words)) },
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
        Advice =
        [
            $"docker compose run --rm --no-deps --entrypoint sh {finding.Subject} -c 'echo $PATH; command -v {finding.Facts["name"]}'",
            $"correct the command of '{finding.Subject}' in the Compose file, or install {finding.Facts["name"]} in its image and run: docker compose up -d --build {finding.Subject}",
        ],
    };

    private static IReadOnlyList<string> Instead(SeenContainer container, SeenProgram program, string[] words) =>
        words.Length > 1 ? Shell().IsMatch(program.Name) ? [] : With(container, program.Name, words)
        : program.At is not { } place ? []
        : With(container, program.Name, place) is { Count: > 0 } direct ? direct
        : [.. container.Command.Select(word => word.StartsWith(program.Name + " ", StringComparison.Ordinal) ? place + word[program.Name.Length..] : word)];

    // What only a shell understands cannot be taken apart at its blanks.
    [GeneratedRegex("""["'$;&|<>\\`(]""")]
    private static partial Regex Shell();

    // exec: "uvicorn": executable file not found in $PATH: unknown      sh: 1: uvicorn: not found      /bin/sh: uvicorn: not found
    [GeneratedRegex("""exec: "(?<name>[^"]+)": executable file not found|^(?:/bin/)?(?:ba|da)?sh: (?:line )?(?:\d+: )?(?<name>[\w.-]+): (?:command )?not found$""")]
    private static partial Regex NotFound();
}
