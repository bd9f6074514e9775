using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Checkouts;
using Hale.Machine.Processes;

namespace Hale.Machine.Probes;

/// <summary>Looks at who listens on the ports of this machine that the stack publishes, and who is about to.</summary>
public sealed class PortProbe(Project project, CheckoutClaims claims) : IProbe
{
    public Needs Gives => Needs.Ports;

    public Needs After => Needs.Model | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Ports = Reading.Blind<PortFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop) => Task.FromResult(Look(known));

    private Func<Evidence, Evidence> Look(Evidence known)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so the published ports are not known");
        }

        if (known.Engine.Known is { } engine && !engine.Endpoint.StartsWith("unix:", StringComparison.Ordinal))
        {
            return Blind("the engine is not on this machine, so who holds its ports cannot be seen from here");
        }

        var published = stack.Services.SelectMany(service => service.Ports).Select(port => port.Published).OfType<int>().ToList();
        var wanted = published.ToHashSet();
        var twice = published.CountBy(port => port).Where(port => port.Value > 1).Select(port => port.Key);
        var datagrams = stack.Services.SelectMany(service => service.Ports).Where(port => port.Protocol == "udp").Select(port => port.Published).OfType<int>().ToHashSet();
        if (HostSockets.On(wanted) is not { } sockets || HostSockets.ReceivingOn(datagrams) is not { } receiving)
        {
            return Blind("this system does not show who listens on its ports");
        }

        var held = sockets.Concat(receiving).Select(socket => socket.Port).Concat(twice).ToList();
        var reserved = claims.Taken(project.Directory, wanted).Where(taken => !held.Contains(taken.Port)).ToList();
        var instead = HostSockets.FreeInstead(held, wanted.Concat(reserved.Select(taken => taken.Instead)).ToHashSet()).ToDictionary();
        reserved.ForEach(taken => instead[taken.Port] = taken.Instead);
        var facts = new PortFacts(sockets) { Datagrams = receiving, FreeInstead = instead, Reserved = [.. reserved.Select(taken => new ReservedPort(taken.Port, taken.Folder))] };
        return evidence => evidence with { Ports = Reading.Of(facts) };
    }
}
