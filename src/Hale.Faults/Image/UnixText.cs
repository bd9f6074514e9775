using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>What makes a text with Windows line ends, or with a byte order mark, one that Linux reads: the faults of scripts share it.</summary>
internal static class UnixText
{
    public static IReadOnlyDictionary<string, string> FactsOf(SeenProgram program) => new Dictionary<string, string>
    {
        ["source"] = program.Source ?? "",
        ["at"] = program.At ?? program.Name,
    };

    public static Remedy Instead(Finding finding)
    {
        var (source, at) = (finding.Facts["source"], finding.Facts["at"]);
        return source.Length == 0
            ? Remedy.ByHand(
                $"add to the Dockerfile of '{finding.Subject}', behind the line that copies it: RUN sed -i -e '1s/^\\xEF\\xBB\\xBF//' -e 's/\\r$//' {at}",
                "printf '*.sh text eol=lf\\n' >>.gitattributes && git add --renormalize .",
                $"docker compose up -d --build {finding.Subject}")
            : new Remedy
            {
                Acts = [new MakeUnixText(source, finding.Says)],
                Advice =
                [
                    $"sed -i -e '1s/^\\xEF\\xBB\\xBF//' -e 's/\\r$//' {source} && docker compose up -d --build {finding.Subject}",
                    "printf '*.sh text eol=lf\\n' >>.gitattributes",
                ],
            };
    }
}
