using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A port in the Compose files is no number.</summary>
public sealed partial class PortInvalid : Fault
{
    public override string Id => "port-invalid";

    public override string Title => "A port in the Compose file is no port number";

    public override Needs Needs => Needs.Model;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    public override string Page => """
        Compose reads a port mapping and finds something that is no port number, so it refuses the whole file.

        ## What we look at
        Compose's own refusal of the project's files, which names the text that it took for a port.

        ## Why it happens
        A variable of the mapping holds a word, a quotation mark or a comment: in `.env`, `WEB_PORT=8080 # web` is fine for Compose and not
        for every program that reads it, and `WEB_PORT="8080` is not closed.

        ## What mends it
        A number from 1 to 65535 where the text stands: in the Compose file or in the variable that it uses.

        ## When it is not this
        A variable without any value is accepted, and means any free port: `port-blank-random`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        return model.Refusal is { } refusal && Invalid().Match(refusal.Message) is { Success: true } found
            ? Diagnosis.Present(new Finding(Id, found.Groups["text"].Value, $"'{found.Groups["text"].Value}' stands where a port number belongs{(refusal.File is { } file ? $", in {file}" : "")}"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"grep -nF -e '{finding.Subject}' compose*.y*ml docker-compose*.y*ml .env",
        "write a number from 1 to 65535 in its place, then run: docker compose config --quiet");

    // Invalid hostPort: eighty      Invalid containerPort: http      Invalid ip address: eighty
    [GeneratedRegex("(?i)invalid (?:host|container) ?port:? (?<text>[^\\s\"',]+)")]
    private static partial Regex Invalid();
}
