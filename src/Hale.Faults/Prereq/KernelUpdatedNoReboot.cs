using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The modules of the running kernel are gone, since it was upgraded.</summary>
public sealed partial class KernelUpdatedNoReboot : StartFault
{
    public override string Id => "kernel-updated-no-reboot";

    public override string Title => "The kernel was upgraded and the machine not restarted";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        A container gets no network: the kernel would have to load a module, and the modules on the disk are those of another version than the one that runs.

        ## What we look at
        The engine's refusal to add the container's end of the network to its bridge.

        ## Why it happens
        On distributions that replace the kernel's package in place, the modules of the running kernel go with the upgrade.

        ## What mends it
        The machine is restarted.

        ## When it is not this
        Words about `iptables` or a chain that is missing are `net-iptables-chain`.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, service ?? Finding.WholeStack, "the running kernel cannot load its network modules: most likely it was upgraded and the machine not restarted");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("ls -d /lib/modules/$(uname -r)", "when that folder is not there, restart the machine: sudo reboot");

    // failed to add the host (veth1a2b3c4) <=> sandbox (veth5d6e7f8) pair interfaces: operation not supported
    [GeneratedRegex("""failed to add the host \(veth\w+\) <=> sandbox .*operation not supported""")]
    private static partial Regex Said();
}
