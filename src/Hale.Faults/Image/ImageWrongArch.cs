using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A program is for another processor than the engine's machine has.</summary>
public sealed partial class ImageWrongArch : ProgramFault
{
    public override string Id => "image-wrong-arch";

    public override string Title => "A program is for another processor";

    public override Needs Needs => base.Needs | Needs.Model;

    public override string Page => """
        The program that a container is to run, or the interpreter of the script that it is to run, is a binary for another processor than the
        engine's machine has, and nothing on that machine emulates it.

        ## What we look at
        The words exec format error, the processor that the file's ELF header names, and the engine's.

        ## Why it happens
        An image was pulled or built for another platform, such as on a Mac with Apple silicon; a `platform:` in the Compose file asks for it; or
        a binary was downloaded into the image for one processor only.

        ## What mends it
        An image for this machine's platform, or an emulator for the other one. Hale installs neither.

        ## When it is not this
        A text without a `#!` line gives the same words: `image-no-shebang`.
        """;

    private protected override Regex Refusal => BadFormat();

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        var (file, processor) = program.IsBinary ? (program.Name, program.Processor) : ($"{program.Interpreter}, which runs {program.Name},", program.InterpreterProcessor);
        if (processor is null || facts.Processor.Length == 0 || processor == facts.Processor)
        {
            return null;
        }

        var service = evidence.Model.Known?.Stack?.Find(container.Service);
        return new Finding(Id, container.Service, $"'{container.Service}' cannot start {program.Name}: {(program.IsBinary ? "it" : file)} is for {processor}, and the engine's machine is {facts.Processor}")
        {
            Facts = new Dictionary<string, string>
            {
                ["image"] = container.Image,
                ["theirs"] = processor,
                ["ours"] = facts.Processor,
                ["platform"] = service?.Platform ?? "",
                ["built"] = service?.Build is null ? "" : "yes",
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (image, ours, theirs) = (finding.Facts["image"], finding.Facts["ours"], finding.Facts["theirs"]);
        return Remedy.ByHand(
            finding.Facts["platform"] is { Length: > 0 } platform ? $"leave platform: {platform} out of '{finding.Subject}' in the Compose file"
                : finding.Facts["built"].Length > 0 ? $"let the Dockerfile of '{finding.Subject}' take the program for linux/{ours}, then run: docker compose up -d --build {finding.Subject}"
                : $"docker pull --platform linux/{ours} {image}",
            $"or emulate it: docker run --privileged --rm tonistiigi/binfmt --install {theirs}");
    }

    // exec /app/server: exec format error      [FATAL tini (7)] exec /app/server failed: Exec format error
    [GeneratedRegex("""(?i)exec (?<name>/?[^\s":]+)(?: failed)?: exec format error""")]
    private static partial Regex BadFormat();
}
