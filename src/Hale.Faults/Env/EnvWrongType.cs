using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A variable has a text where the program needs a number or a truth value.</summary>
public sealed partial class EnvWrongType : LogFault
{
    public override string Id => "env-wrong-type";

    public override string Title => "A variable is not the number that the program needs";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        A program reads a number or a truth value from a variable, and the value is not one: it has a unit, a comment or quotes in it, or is empty.

        ## What we look at
        The error of Python, of pydantic or of Node with which the program ended, the name of the variable in the lines around it, and whether the service has that
        variable.

        ## Why it happens
        Quotes of a list entry in the Compose file become part of the value. Comments behind a value are left out by Compose and kept by `docker run --env-file` and
        others.

        ## What mends it
        The value alone, without anything around it.

        ## When it is not this
        The same error about something else than a variable is the program's own: `run-app-crash`. A variable that is not there at all is `env-unset-blank`.
        """;

    private protected override Regex Line => Refused();

    private protected override bool Concerns(SeenContainer container) => container.Failed;

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var names = evidence.Model.Known?.Stack?.Find(container.Service)?.EnvironmentNames ?? [];
        var name = NameIn(container, names);
        return name is null ? null : new Finding(Id, container.Service, $"'{container.Service}' needs {What(line)} in {name} and gets {line.Groups["value"].Value}")
        {
            Facts = new Dictionary<string, string> { ["name"] = name },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose config | grep -n {finding.Facts["name"]}",
        $"write the value of {finding.Facts["name"]} alone, without unit, comment or quotes, where it is set (.env, env_file or environment)");

    // What reads a variable names it; pydantic names its field on a line of its own, in small letters. Node's server names nothing but the port.
    private static string? NameIn(SeenContainer container, IReadOnlyList<string> names) =>
        container.Log.SelectMany(text => Reader().Matches(text)).Select(found => found.Groups["name"].Value).LastOrDefault(names.Contains)
        ?? (container.Log.Any(text => text.Contains("validation error", StringComparison.Ordinal)) ? names.FirstOrDefault(name => container.Log.Any(text => text.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))) : null)
        ?? (container.Log.Any(text => text.Contains("ERR_SOCKET_BAD_PORT", StringComparison.Ordinal)) ? names.FirstOrDefault(name => name is "PORT") : null);

    private static string What(Match line) => line.Groups["kind"].Value switch
    {
        "boolean" => "a truth value",
        "integer" or "int()" => "a whole number",
        _ => "a number",
    };

    // ValueError: invalid literal for int() with base 10: '8000 # api'
    // ValueError: could not convert string to float: '30s'
    //   Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='8000x', input_type=str]
    // RangeError [ERR_SOCKET_BAD_PORT]: options.port should be >= 0 and < 65536. Received type number (NaN).
    [GeneratedRegex("""(?:ValueError: invalid literal for (?<kind>int\(\)) with base 10: (?<value>.+)|ValueError: could not convert string to (?<kind>float): (?<value>.+)|Input should be a valid (?<kind>\w+).*input_value=(?<value>'[^']*')|ERR_SOCKET_BAD_PORT\]: .*Received (?:type \w+ \((?<value>[^)]*)\)|(?<value>.+?))\.?$)""")]
    private static partial Regex Refused();

    //     port = int(os.environ["PORT"])
    [GeneratedRegex("""(?:environ(?:\.get\(|\[)|getenv\(|process\.env[.\[]|env(?:\.\w+)?\(|config\()['"]?(?<name>[A-Za-z_]\w*)""")]
    private static partial Regex Reader();
}
