using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A container remembers a network that was removed.</summary>
public sealed partial class NetStaleId : StartFault
{
    public override string Id => "net-stale-id";

    public override string Title => "A container remembers a network that no longer exists";

    public override string Page => """
        A container was made on a network that has been removed since. It can never start again, and Compose does not notice.

        ## What we look at
        The engine's refusal to start the container: it names the missing network by its id.

        ## Why it happens
        Networks were pruned, or a `docker compose down` removed the network while a container of it stayed.

        ## What mends it
        The containers of that service are removed and made anew, on the network as it is now. Their named volumes stay.

        ## When it is not this
        A network that the Compose file calls external and that does not exist is refused by name, before any container is made.
        """;

    private protected override Regex Refusal => Missing();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) => service is null
        ? null
        : new Finding(Id, service, $"the container of '{service}' was made on the network {refusal.Groups[1].Value[..12]}, which no longer exists");

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RemakeService(finding.Subject, RenewsAnonymousVolumes: false, finding.Says)],
        Advice = [$"docker compose up -d --force-recreate {finding.Subject}"],
    };

    // Error response from daemon: network 0a1b… not found
    [GeneratedRegex("network ([0-9a-f]{64}) not found")]
    private static partial Regex Missing();
}
