using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>A service reserves a device for which the engine has no driver.</summary>
public sealed partial class GpuDriverMissing : StartFault
{
    public override string Id => "gpu-driver-missing";

    public override string Title => "A service reserves a GPU, and the engine has no driver for it";

    public override string Page => """
        A service reserves a device, mostly a GPU, and the engine has no driver that gives such devices to containers.

        ## What we look at
        The engine's refusal, which names the driver and the capabilities that are asked for.

        ## Why it happens
        The machine has no such card, or the maker's container toolkit is not installed or not made known to the engine.

        ## What mends it
        The toolkit, where there is a card. Where there is none, the reservation is left out on this machine, in an override file:
        `deploy: {resources: {reservations: {devices: !reset []}}}`. Hale does neither: without the card the service may well be of no use.

        ## When it is not this
        A device that is given by its path under `devices:` and is not there is refused by that path.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var driver = refusal.Groups["driver"].Value;
        return new Finding(Id, service ?? Finding.WholeStack, $"{(service is null ? "a service" : $"'{service}'")} reserves a device with the capabilities {refusal.Groups["capabilities"].Value}, and the engine has no driver{(driver.Length > 0 ? $" '{driver}'" : "")} for it");
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "docker info --format '{{json .Runtimes}}'",
        "with an NVIDIA card: install nvidia-container-toolkit, then: sudo nvidia-ctk runtime configure --runtime=docker && sudo systemctl restart docker",
        $"without one, in compose.override.yaml: services: {{{finding.Subject}: {{deploy: {{resources: {{reservations: {{devices: !reset []}}}}}}}}}}");

    // could not select device driver "nvidia" with capabilities: [[gpu]]
    [GeneratedRegex("""could not select device driver "(?<driver>[^"]*)" with capabilities: \[\[(?<capabilities>[^\]]*)\]""")]
    private static partial Regex Said();
}
