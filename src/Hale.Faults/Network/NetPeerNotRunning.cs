using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service looked up another one that did not run at that moment.</summary>
public sealed class NetPeerNotRunning : NameFault
{
    public override string Id => "net-peer-not-running";

    public override string Title => "A service looked up another one that did not run";

    public override string Page => """
        A service tried to reach another by its name, and that one did not run. Only a running container has a name on the network, so the
        failure looks like a misspelt name.

        ## What we look at
        The name in the service's own output, and whether the service of that name runs now.

        ## Why it happens
        The other service ended or was never started; or both started at once and this one was first, because nothing makes it wait.

        ## What mends it
        Where the other runs by now, a line in the overlay makes this one wait for it (`depends_on`), and it is started again. Where the other
        does not run, that is what has to be mended.

        ## When it is not this
        A name that no service has is `net-name-unresolved`.
        """;

    private protected override Finding? Find(SeenContainer container, string name, Peer peer, Evidence evidence) => peer.Kind switch
    {
        PeerKind.Down => FindingOf(container, peer, $"'{container.Service}' looks up '{name}', which does not run", waits: false),
        PeerKind.There => FindingOf(container, peer, $"'{container.Service}' looked up '{name}' before that one ran", waits: true),
        _ => null,
    };

    public override Remedy Mend(Finding finding)
    {
        var peer = finding.Facts["peer"];
        return finding.Facts["waits"].Length > 0
            ? new Remedy
            {
                Acts =
                [
                    new ChangeOverlay(finding.Subject, ["depends_on"], [peer], $"let '{finding.Subject}' wait until '{peer}' runs", finding.Says, IsList: true),
                    new RestartService(finding.Subject, finding.Says),
                ],
                Advice = [$"add '{peer}' to depends_on of '{finding.Subject}' in the Compose file"],
            }
            : Remedy.ByHand($"hale logs {peer}", $"docker compose up -d {peer}");
    }

    private Finding FindingOf(SeenContainer container, Peer peer, string says, bool waits) => new(Id, container.Service, says)
    {
        ExplainedBy = waits ? null : peer.Service!.Name,
        Facts = new Dictionary<string, string> { ["peer"] = peer.Service!.Name, ["waits"] = waits ? "yes" : "" },
    };
}
