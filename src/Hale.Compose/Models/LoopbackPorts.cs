using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Ports of this machine in the values of variables, which a service learns them from.</summary>
internal static partial class LoopbackPorts
{
    /// <summary>Where the environment and the build arguments of a service name such ports.</summary>
    public static IEnumerable<NamedPort> NamedBy(JsonElement service) =>
        In(service, isArgument: false).Concat(service.Member("build") is { } build ? In(build, isArgument: true) : []).Distinct();

    /// <summary>The value with another port in the place of one.</summary>
    public static string Moved(string value, MovedPort port) =>
        Place().Replace(value, found => PortOf(found) == port.From ? $"{found.Groups["host"].Value}:{port.To.ToString(CultureInfo.InvariantCulture)}" : found.Value);

    private static IEnumerable<NamedPort> In(JsonElement holder, bool isArgument) =>
        from variable in holder.Members(isArgument ? "args" : "environment")
        let value = variable.Value.AsText() ?? ""
        from place in Place().Matches(value)
        select new NamedPort(variable.Name, PortOf(place), isArgument) { HoldsPassword = UrlPassword.Pattern().IsMatch(value) };

    private static int PortOf(Match place) => int.Parse(place.Groups["port"].Value, CultureInfo.InvariantCulture);

    // http://localhost:8080/api   ws://127.0.0.1:8080   app.localhost:8443   host.docker.internal:3000
    [GeneratedRegex(@"(?<![\w.-])(?<host>(?:[\w-]+\.)*localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal):(?<port>\d{1,5})(?!\d)")]
    private static partial Regex Place();
}
