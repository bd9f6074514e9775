using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service runs and listens on no port, and no other fault explains why.</summary>
public sealed class AppNotListeningYet : SilentPort
{
    public override string Id => "app-not-listening-yet";

    public override string Title => "A service runs and listens on no port";

    public override bool IsGeneral => true;

    public override string Page => """
        A service publishes a port and runs, and nothing in its container listens on any port, though it had its time.

        ## What we look at
        The sockets that listen inside the container, after the last start gave up waiting for its published port.

        ## Why it happens
        It still does something first: it installs packages, compiles, migrates, or waits for another service. Or it hangs.

        ## What mends it
        It is given as much time once more, since it may only be slow. After that its own output is where to look.

        ## When it is not this
        A service that listens at loopback is `app-loopback-bind`, and one that listens on another port is `app-wrong-target-port`.
        """;

    private protected override Finding? Find(SeenContainer container, IReadOnlyList<int> listens, Evidence evidence)
    {
        if (listens.Count > 0)
        {
            return null;
        }

        var last = container.Log.LastOrDefault(line => line.Trim().Length > 0);
        var ports = string.Join(", ", Published(container).Select(port => port.ToString(CultureInfo.InvariantCulture)));
        return new Finding(Id, container.Service, $"'{container.Service}' runs, and listens neither on port {ports} nor on any other{(last is null ? "; it has printed nothing" : $"; it last printed '{last.Trim()}'")}");
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"hale logs {finding.Subject}", $"docker compose top {finding.Subject}"],
    };
}
