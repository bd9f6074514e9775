using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Port;

/// <summary>A variable tells a service of a port of this machine, and what was published there is published elsewhere now.</summary>
public sealed class PortMovedInVariable : Fault
{
    private const string Variable = "variable";
    private const string From = "from";
    private const string To = "to";
    private const string Argument = "argument";
    private const string Secret = "secret";

    public override string Id => "port-moved-in-variable";

    public override string Title => "A variable names a port of this machine that has moved";

    public override Needs Needs => Needs.Model;

    public override string Page => """
        A port of this machine was held, so a service is published at another one. A variable or build argument of the stack, such as
        `API_URL=http://localhost:8000`, still names the old one: whoever follows it, a browser for example, comes to whatever holds that port.

        ## What we look at
        The ports that the overlay has moved, and the environment and build arguments of all services in the resolved Compose model: which of them
        name such a port of `localhost`, `127.0.0.1`, `host.docker.internal` and the like. Values are not kept.

        ## Why it happens
        Compose does not know that the two belong together: the address is written out beside the port, or each has a variable of its own.

        ## What mends it
        The overlay gives the service the same value with the new port in it. A value with a secret in it is left, since it would be written down
        once more, and told; the stack is started all the same. So it is with a value of a service that itself listens on that port in its container,
        since it may mean that.

        ## When it is not this
        A service that names another one of the stack by `localhost` in its container is `db-localhost-in-container` or `app-loopback-bind`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        var published = stack.Services.SelectMany(service => service.Ports).Select(port => port.Published).OfType<int>().ToHashSet();
        var moved = stack.Services.SelectMany(service => service.MovedPorts.Select(port => (Service: service, port.From, port.To))).Where(one => !published.Contains(one.From)).ToList();
        return Diagnosis.Present(
        [
            .. from service in moved.Count == 0 ? [] : stack.Services
               from named in service.NamedPorts
               let one = moved.FirstOrDefault(port => port.From == named.Port)
               where one.Service is not null
               select FindingOf(service, named, one.Service, one.To),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var port = new MovedPort(Number(finding.Facts[From]), Number(finding.Facts[To]));
        var place = finding.Facts[Secret].Length > 0 ? ", where its value comes from" : "";
        string[] advice = [$"name port {finding.Facts[To]} in {finding.Facts[Variable]} of '{finding.Service}'{place}", "hale ports"];
        return finding.OnlyWarns
            ? Remedy.ByHand(advice)
            : new Remedy { Acts = [new TellPort(finding.Service!, finding.Facts[Variable], finding.Facts[Argument].Length > 0, port, finding.Says)], Advice = advice };
    }

    // A port that moves again, before or after the variable was told, is to be told again: both ports belong to the subject.
    private Finding FindingOf(Service service, NamedPort named, Service owner, int to) => new(
        Id, string.Create(CultureInfo.InvariantCulture, $"{service.Name}:{named.Variable}:{named.Port}-to-{to}"), string.Create(CultureInfo.InvariantCulture, $"{named.Variable} tells '{service.Name}' of port {named.Port} of this machine, and '{owner.Name}' is published at {to} in its place{(named.HoldsPassword ? "; its value holds a password and is left as it is, since that does not belong into the overlay" : "")}"))
    {
        Service = service.Name,
        OnlyWarns = named.HoldsPassword || service.Ports.Any(port => port.Target == named.Port),
        Facts = new Dictionary<string, string>
        {
            [Variable] = named.Variable,
            [From] = PublishedPorts.Text(named.Port),
            [To] = PublishedPorts.Text(to),
            [Argument] = named.IsArgument ? "yes" : "",
            [Secret] = named.HoldsPassword ? "yes" : "",
        },
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
