using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A health check fails because its own program is not in the image.</summary>
public sealed partial class HealthBinaryMissing : HealthFault
{
    private const string Tool = "tool";

    private const string Same = "same";

    public override string Id => "health-binary-missing";

    public override string Title => "A health check uses a program that the image does not have";

    public override string Page => """
        The health check of a service calls a program, often `curl` or `wget`, that its image does not have. It fails whether the
        service is well or not.

        ## What we look at
        What the engine's last probe printed: a program that was not found.

        ## Why it happens
        Slim images leave such programs out. The check was written for another image, or for another version of it.

        ## What mends it
        Where the check asks for a web address or a port, a line in the overlay asks for the same with a program that the image has:
        Python, Node, curl, wget, or Bash. Whether the service is well is then asked for real.

        ## When it is not this
        A check whose program ran and got no answer tells of the service itself.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the health check of '{container.Service}' calls '{line.Groups["tool"].Value}', which its image does not have")
    {
        Facts = new Dictionary<string, string> { [Tool] = line.Groups["tool"].Value, [Same] = line.Groups["tool"].Value.EndsWith("/sh", StringComparison.Ordinal) ? "" : ProbeText.Equivalent(TextOf(container.HealthCheck!)) ?? "" },
    };

    public override Remedy Mend(Finding finding)
    {
        var (tool, same) = (finding.Facts[Tool], finding.Facts[Same]);
        return new()
        {
            Acts = same.Length == 0
                ? []
                : [new ChangeOverlay(finding.Subject, ["healthcheck", "test"], ["CMD-SHELL", same], $"let the health check of '{finding.Subject}' ask the same without '{tool}'", finding.Says, IsList: true, Replaces: true)],
            Advice = [$"install '{tool}' in the image of '{finding.Subject}', or write its health check with a program that the image has"],
        };
    }

    // /bin/sh: 1: curl: not found
    // OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown
    [GeneratedRegex("exec: \"(?<tool>[^\"]+)\": (?:executable file not found|stat [^:]+: no such file)|(?:^|\\s)(?<tool>[\\w./-]+): (?:command )?not found")]
    private static partial Regex Said();
}
