using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>Another checkout that is being brought up in this moment is about to publish a port that the stack wants.</summary>
public sealed class PortOtherCheckout : Fault
{
    public override string Id => "port-other-checkout";

    public override string Title => "Another checkout is about to publish a port that the stack wants";

    public override Needs Needs => Needs.Model | Needs.Ports;

    public override string Page => """
        Hale brings up another checkout of this machine in this moment, and that one publishes the same port. Nobody listens there yet.

        ## What we look at
        The ports that the resolved Compose model publishes, against those that other `hale docker` processes of this user have claimed in
        `$XDG_STATE_HOME/hale/checkouts.json` and still work on.

        ## Why it happens
        Several checkouts, of one project or of several, are brought up at the same time.

        ## What mends it
        The service is published at the next port that nobody listens on and nobody has claimed, by a line in the overlay, and stays there. The printed
        address names it.

        ## When it is not this
        A container that publishes the port already is `port-other-container`; any other program is `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Ports.Has(out var ports))
        {
            return Diagnosis.CannotTell(evidence.Ports.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from wanted in PublishedPorts.WantedBy(stack)
               let reserved = ports.Reserved.FirstOrDefault(one => one.Port == wanted.Port.Published)
               where reserved is not null
               let port = PublishedPorts.Text(reserved.Port)
               select new Finding(Id, $"{wanted.Service.Name}:{port}", $"port {port}, which '{wanted.Service.Name}' publishes, is about to be published by the checkout in {reserved.Folder}")
               {
                   Service = wanted.Service.Name,
                   Facts = PublishedPorts.FactsFor(wanted.Port, ports),
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => PublishedPorts.Elsewhere(finding, "hale list    # the checkouts on this machine", "hale docker");
}
