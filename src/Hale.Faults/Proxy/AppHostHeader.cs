using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A service refuses requests that name it by a host it does not expect.</summary>
public sealed partial class AppHostHeader : LogFault
{
    public override string Id => "app-host-header";

    public override string Title => "A service refuses the host name in a request";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        The program answers only requests for the hosts it was told of, and refuses one that names another, with status 400.

        ## What we look at
        The host in the program's own words, on a service that is not healthy.

        ## Why it happens
        A health check or a proxy asks by another name than a browser does: `localhost`, the service's name, or its address. Or the list of
        hosts in the settings holds quotation marks that became part of a name.

        ## What mends it
        The name is added to the list of allowed hosts. Hale does not know where the program keeps that list.

        ## When it is not this
        A proxy that gets no connection at all is `proxy-upstream-app-down`.
        """;

    private protected override Regex Line => Refused();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var host = line.Groups["host"].Value;
        var variable = evidence.Model.Known?.Stack?.Find(container.Service)?.EnvironmentNames.FirstOrDefault(name => name.Contains("ALLOWED_HOSTS", StringComparison.Ordinal));
        return new Finding(Id, container.Service, $"'{container.Service}' refuses requests for the host '{host}'")
        {
            Facts = new Dictionary<string, string> { ["host"] = host.Split(':')[0], ["variable"] = variable ?? "" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts["variable"] is { Length: > 0 } variable
            ? $"add {finding.Facts["host"]} to {variable} of '{finding.Subject}', without quotation marks"
            : $"add '{finding.Facts["host"]}' to ALLOWED_HOSTS in the settings of '{finding.Subject}'");

    // Invalid HTTP_HOST header: 'api:8000'. You may need to add 'api' to ALLOWED_HOSTS.
    [GeneratedRegex("Invalid HTTP_HOST header: '(?<host>[^']+)'")]
    private static partial Regex Refused();
}
