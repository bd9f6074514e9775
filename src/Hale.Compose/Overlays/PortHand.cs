using System.Globalization;
using Hale.Compose.Models;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Overlays;

/// <summary>Publishes a service at another port of this machine, and tells others of it; both by the overlay.</summary>
/// <param name="composer">Knows all ports of the service, those that were moved before too.</param>
/// <param name="settings">Gives the value that names a port.</param>
/// <param name="redact">Takes secrets out of a text: a value that holds one is not written down.</param>
public sealed class PortHand(IComposer composer, IServiceEnvironment settings, Func<string, string> redact) : IHand
{
    public bool Takes(Act act) => act is MovePort or TellPort;

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop) =>
        act is MovePort move ? MoveAsync(move, stop) : TellAsync((TellPort)act, stop);

    private async Task<Receipt> MoveAsync(MovePort move, CancellationToken stop)
    {
        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        if (model.Stack?.Find(move.Service) is not { } service)
        {
            return new Receipt(false, model.Refusal?.Message ?? $"there is no service '{move.Service}' any more");
        }

        var ports = service.Ports.Select(port => port.Protocol == move.Protocol && port.Published == move.Port.From ? port with { Published = move.Port.To } : port).ToList();
        var line = new OverlayLine { Service = move.Service, Path = ["ports"], Values = [.. ports.Select(port => port.Written)], IsList = true, Replaces = true, Because = move.Because };
        var labels = OldPorts(service, ports, move.Port.From).Select(old => line with { Path = ["labels", MovedPort.Label + Text(old)], Values = [Text(move.Port.To)], IsList = false, Replaces = false });
        return Changed([line, .. labels]);
    }

    private async Task<Receipt> TellAsync(TellPort tell, CancellationToken stop)
    {
        IReadOnlyList<string> path = tell.IsArgument ? ["build", "args", tell.Variable] : ["environment", tell.Variable];
        if (await settings.SettingAsync(tell.Service, path, stop).ConfigureAwait(false) is not { } value)
        {
            return new Receipt(false, $"Compose gives no value of {tell.Variable} for '{tell.Service}'");
        }

        return redact(value) != value || UrlPassword.Pattern().IsMatch(value)
            ? new Receipt(false, $"{tell.Variable} holds a secret, which does not belong into the overlay: name port {Text(tell.Port.To)} where its value comes from") { OnlyWarns = true }
            : Changed(new OverlayLine { Service = tell.Service, Path = path, Values = [LoopbackPorts.Moved(value, tell.Port)], Because = tell.Because });
    }

    // The one that it leaves, which a variable may have been told of, and those that it had before; they stay with what another protocol publishes there.
    private static IEnumerable<int> OldPorts(Service service, IReadOnlyList<PublishedPort> ports, int left) =>
        [.. ports.Any(port => port.Published == left) ? [] : service.MovedPorts.Where(moved => moved.To == left).Select(moved => moved.From), left];

    private static Receipt Changed(params IReadOnlyList<OverlayLine> lines) => new(true, "") { Undo = "hale undo", Overlay = lines };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
