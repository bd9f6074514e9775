using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>A service may use more processors than the engine has.</summary>
public sealed partial class CpuLimitOverHost : StartFault
{
    public override string Id => "cpu-limit-over-host";

    public override string Title => "A service wants more processors than there are";

    public override string Page => """
        The Compose file lets a service use more processors than the engine has, and the engine refuses to make its container.

        ## What we look at
        The engine's refusal, which names how many there are.

        ## Why it happens
        The file was written on a larger machine, or the virtual machine of Docker Desktop has fewer processors than the computer.

        ## What mends it
        Lower `cpus` or `deploy.resources.limits.cpus` of the service, or leave it away. The engine does not say which service it means,
        so Hale does not choose.

        ## When it is not this
        A memory limit that is refused is named as such.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) => new(Id, service ?? Finding.WholeStack, $"a service may use more processors than the {refusal.Groups[1].Value} that the engine has");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker compose config | grep -n cpus", "lower cpus or deploy.resources.limits.cpus in the Compose file");

    // Error response from daemon: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
    [GeneratedRegex(@"Range of CPUs is from 0\.01 to ([\d.]+)")]
    private static partial Regex Said();
}
