using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>The interpreter that a script's first line names, or the loader that a binary names, is not in the image.</summary>
public sealed partial class ImageInterpreterMissing : ProgramFault
{
    public override string Id => "image-interpreter-missing";

    public override string Title => "What a program needs to be started is not in its image";

    public override string Page => """
        The program that a container is to run is there, and what would run it is not: the interpreter of its first line, such as
        `/bin/bash` on Alpine, or the loader that a binary names. What is printed is that the program itself is not there.

        ## What we look at
        The words `no such file or directory` about a program that is there, its first line or its ELF header, and whether what that
        names lies in the container, there or in another usual folder.

        ## Why it happens
        Small images have `sh` and no `bash`. A binary that was built on Debian needs the loader of glibc, which Alpine does not have, and the
        other way round.

        ## What mends it
        Where the interpreter lies in another folder of the image, a line in the overlay starts the script with that one. Otherwise the image
        gets the interpreter, the script another first line, or the binary is built for the image it runs in.

        ## When it is not this
        A first line that ends with a carriage return is `image-entrypoint-crlf`.
        """;

    private protected override Regex Refusal => NotThere();

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        if (program is not { At: not null, Interpreter: { } interpreter } || program.InterpreterAt == interpreter || program.FirstLine.EndsWith('\r'))
        {
            return null;
        }

        var kind = program.IsBinary ? "loader" : "interpreter";
        var elsewhere = program.IsBinary ? null : program.InterpreterAt;
        return new Finding(Id, container.Service, $"'{container.Service}' cannot start {program.Name}: its {kind} {interpreter} is not in its image{(elsewhere is null ? "" : $", which has {elsewhere}")}")
        {
            Facts = new Dictionary<string, string>
            {
                ["place"] = PlaceOf(program),
                ["interpreter"] = interpreter,
                ["binary"] = program.IsBinary ? "yes" : "",
                ["command"] = elsewhere is null ? "" : OtherCommand.Packed(With(container, program.Name, [elsewhere, .. OptionOf(program), program.Name])),
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (place, interpreter) = (finding.Facts["place"], finding.Facts["interpreter"]);
        var name = interpreter[(interpreter.LastIndexOf('/') + 1)..];
        return new Remedy
        {
            Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
            Advice = finding.Facts["binary"].Length > 0
                ? [$"build the program for the image of '{finding.Subject}': in a stage of the same distribution, or without a loader (for Go: CGO_ENABLED=0)"]
                : [$"install {name} in the image of '{finding.Subject}', or let the first line of {place} name what it has, such as #!/bin/sh", $"docker compose up -d --build {finding.Subject}"],
        };
    }

    // #!/bin/bash -e: the kernel hands over whatever follows as one argument
    private static IEnumerable<string> OptionOf(SeenProgram program) =>
        program.FirstLine[2..].Trim().Split(' ', 2) is [_, var option] ? [option.Trim()] : [];

    // exec /app/start.sh: no such file or directory      [FATAL tini (7)] exec /app/start.sh failed: No such file or directory
    [GeneratedRegex("""(?i)exec (?<name>/?[^\s":]+)(?: failed)?: no such file or directory""")]
    private static partial Regex NotThere();
}
