using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A script does not begin with the line that names its interpreter.</summary>
public sealed partial class ImageNoShebang : ProgramFault
{
    public override string Id => "image-no-shebang";

    public override string Title => "A script does not say what is to run it";

    public override string Page => """
        The file that a container is to run is a text that does not begin with `#!`. The kernel does not know what to run it with, and calls
        that an exec format error.

        ## What we look at
        The words exec format error, and the first bytes of the file as it lies in the container.

        ## Why it happens
        The first line was never written, since a shell runs such a script all the same; or an editor put a byte order mark before it.

        ## What mends it
        A byte order mark is taken out of the file of the project. A script without a first line is started with `/bin/sh` by a line in the
        overlay; for good, write `#!/bin/sh` as its first line.

        ## When it is not this
        A binary that the kernel cannot run is for another processor: `image-wrong-arch`.
        """;

    private protected override Regex Refusal => BadFormat();

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        var named = program.FirstLine.StartsWith("#!", StringComparison.Ordinal);
        if (program is not { At: not null, IsFolder: false, IsBinary: false } || (named && !program.ByteOrderMark))
        {
            return null;
        }

        return new Finding(Id, container.Service, $"'{container.Service}' cannot start {program.Name}: {(named ? "a byte order mark stands before its first line" : "the script does not begin with the line that names its interpreter")}")
        {
            Facts = new Dictionary<string, string>(UnixText.FactsOf(program))
            {
                ["mark"] = named ? "yes" : "",
                ["command"] = named ? "" : OtherCommand.Packed(With(container, program.Name, "/bin/sh", program.Name)),
            },
        };
    }

    public override Remedy Mend(Finding finding) => finding.Facts["mark"].Length > 0
        ? UnixText.Instead(finding)
        : new Remedy
        {
            Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
            Advice = [$"write #!/bin/sh as the first line of {(finding.Facts["source"] is { Length: > 0 } source ? source : finding.Facts["at"])}, then run: docker compose up -d --build {finding.Subject}"],
        };

    // exec /app/start.sh: exec format error      [FATAL tini (7)] exec /app/start.sh failed: Exec format error
    [GeneratedRegex("""(?i)exec (?<name>/?[^\s":]+)(?: failed)?: exec format error""")]
    private static partial Regex BadFormat();
}
