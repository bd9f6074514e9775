using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A script with Windows line ends names an interpreter that nobody has.</summary>
public sealed partial class ImageEntrypointCrlf : ProgramFault
{
    public override string Id => "image-entrypoint-crlf";

    public override string Title => "A script cannot be started because of its Windows line ends";

    public override string Page => """
        The script that a container is to run has Windows line ends. Its first line then names an interpreter such as `/bin/sh` with a
        carriage return behind it, which no image has, and what is printed is that the script itself is not there.

        ## What we look at
        The words `no such file or directory` about a script that is there, and the end of its first line as it lies in the container.

        ## Why it happens
        Git on Windows writes text files with Windows line ends unless `.gitattributes` says otherwise, and the file was copied into the image
        or mounted like that. Some editors do the same.

        ## What mends it
        The file of the project is written with Unix line ends, and the image is built anew from it. `*.sh text eol=lf` in `.gitattributes`
        keeps Git from changing it back.

        ## When it is not this
        A first line that is clean and names an interpreter which the image lacks is `image-interpreter-missing`; a script that is not there
        at all is `image-entrypoint-missing`.
        """;

    private protected override Regex Refusal => NotThere();

    // What `env` says names the interpreter and not the script.
    private protected override SeenProgram? ProgramOf(SeenContainer container, Match refusal, ProgramFacts facts) =>
        refusal.Groups["name"].Success ? base.ProgramOf(container, refusal, facts) : facts.Programs.FirstOrDefault(one => one.Service == container.Service && EndsBadly(one));

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence) => EndsBadly(program)
        ? new Finding(Id, container.Service, $"'{container.Service}' cannot start {program.Name}: the script has Windows line ends, so its first line names an interpreter that is not there")
        {
            Facts = UnixText.FactsOf(program),
        }
        : null;

    public override Remedy Mend(Finding finding) => UnixText.Instead(finding);

    private static bool EndsBadly(SeenProgram program) => program.FirstLine.StartsWith("#!", StringComparison.Ordinal) && program.FirstLine.EndsWith('\r');

    // exec /app/start.sh: no such file or directory      [FATAL tini (7)] exec /app/start.sh failed: No such file or directory
    // env: 'bash\r': No such file or directory      env: use -[v]S to pass options in shebang lines      env: can't execute 'bash\r': No such file or directory
    [GeneratedRegex("""(?i)exec (?<name>/?[^\s":]+)(?: failed)?: no such file or directory|env: (?:can't execute )?['‘"]?[\w./-]+(?:\\r|\r|\^M|\?)|env: use -\[v]S""")]
    private static partial Regex NotThere();
}
