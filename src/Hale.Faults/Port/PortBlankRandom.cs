using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A published port is named by a variable that has no value, so the engine chooses one.</summary>
public sealed partial class PortBlankRandom : Fault
{
    public override string Id => "port-blank-random";

    public override string Title => "A published port comes from a variable that has no value";

    public override Needs Needs => Needs.Model | Needs.Project;

    // That the variable is blank is said by a warning of its own too.
    public override IReadOnlyList<string> Causes => ["env-unset-blank"];

    public override string Page => """
        A port is written as `${NAME}:80`, and the variable has no value. To Compose that means any free port: the service is up, and nobody
        finds it where it used to be. The stack is healthy all the same, so this is a warning.

        ## What we look at
        Compose's own warning that a variable is not set, the variables that stand in the Compose files where a port of this machine is
        named, and whether the resolved model leaves a port to the engine.

        ## Why it happens
        The `.env` file is missing or older than the Compose file.

        ## What mends it
        A value for the variable in `.env`, or a default in the Compose file: `${NAME:-8080}:80`.

        ## When it is not this
        A port that is written alone, as `"80"`, is meant to be any free one.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Project.Has(out var project))
        {
            return Diagnosis.CannotTell(evidence.Project.Unknown);
        }

        var left = stack.Services.FirstOrDefault(service => service.Ports.Any(port => port.Published is null));
        return left is null
            ? Diagnosis.Absent
            : Diagnosis.Present(
            [
                .. evidence.Model.Known.Warnings.Select(line => Unset().Match(line)).Where(found => found.Success)
                    .Select(found => found.Groups[1].Value).Distinct()
                    .Where(project.PortVariables.Contains)
                    .Select(name => new Finding(Id, name, $"a port is published as ${{{name}}}, which has no value, so the engine chooses one each time")
                    {
                        Service = left.Name,
                        OnlyWarns = true,
                        Facts = new Dictionary<string, string> { ["service"] = left.Name },
                    }),
            ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"echo '{finding.Subject}=8080' >>.env",
        $"docker compose ps {finding.Facts["service"]} shows the port that the engine chose");

    // The "WEB_PORT" variable is not set. Defaulting to a blank string.
    [GeneratedRegex("""The \\?"?(\w+)\\?"? variable is not set""")]
    private static partial Regex Unset();
}
