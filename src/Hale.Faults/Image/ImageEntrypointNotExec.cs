using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>The file that a container is to run may not be executed.</summary>
public sealed partial class ImageEntrypointNotExec : ProgramFault
{
    public override string Id => "image-entrypoint-not-exec";

    public override string Title => "The file that a container is to run may not be executed";

    public override string Page => """
        The command or the entrypoint of a service is a file that nobody may execute: its mode lacks the `x`.

        ## What we look at
        The engine's refusal, permission denied, and the mode of the file as it lies in the container.

        ## Why it happens
        The mode was lost on the way: in a ZIP archive, on Windows, or since Git was never told of it.

        ## What mends it
        A script is started with the interpreter of its first line by a line in the overlay, which needs no mode. For good, Git is told of the
        mode, or the Dockerfile sets it: `COPY --chmod=755`.

        ## When it is not this
        A file that has its `x` is denied by something else: a mount without `exec`, or SELinux (`vol-selinux`).
        """;

    private protected override Regex Refusal => Denied();

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        if (program is not { At: not null, IsFolder: false, Executable: false })
        {
            return null;
        }

        var start = program.InterpreterAt is { } interpreter && !program.IsBinary ? With(container, program.Name, interpreter, program.Name) : [];
        return new Finding(Id, container.Service, $"'{container.Service}' may not execute {program.Name}: the mode of the file lacks the x")
        {
            Facts = new Dictionary<string, string> { ["source"] = program.Source ?? "", ["at"] = program.At, ["command"] = OtherCommand.Packed(start) },
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
        Advice = finding.Facts["source"] is { Length: > 0 } source
            ? [$"chmod +x {source} && git update-index --chmod=+x {source}", $"docker compose up -d --build {finding.Subject}"]
            : [$"add to the Dockerfile of '{finding.Subject}', behind the line that copies it: RUN chmod +x {finding.Facts["at"]}", $"docker compose up -d --build {finding.Subject}"],
    };

    // exec: "/app/start.sh": permission denied: unknown
    [GeneratedRegex("""exec: "(?<name>[^"]+)": permission denied|exec (?<name>/?[^\s":]+)(?: failed)?: [Pp]ermission denied""")]
    private static partial Regex Denied();
}
