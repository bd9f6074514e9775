using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>A service's memory limit is too small for any container.</summary>
public sealed partial class MemLimitTooLow : StartFault
{
    public override string Id => "mem-limit-too-low";

    public override string Title => "A memory limit is below what the engine allows";

    public override string Page => """
        The Compose file gives a service less memory than any container may have, and the engine refuses to make it.

        ## What we look at
        The engine's refusal, which names the least that it allows.

        ## Why it happens
        A unit is missing: `512` is bytes, `512m` is meant.

        ## What mends it
        Write the limit with its unit. The engine does not say which service it means, so Hale does not choose.

        ## When it is not this
        A container that starts and is ended at its limit needs more than it was given.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) => new(Id, service ?? Finding.WholeStack, $"a service has a memory limit below {refusal.Groups[1].Value}, the least that the engine allows");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker compose config | grep -nE 'mem_limit|memory'", "write the limit with its unit, such as 512m");

    // Error response from daemon: Minimum memory limit allowed is 6MB
    [GeneratedRegex("Minimum memory (?:limit|reservation) allowed is (\\w+)")]
    private static partial Regex Said();
}
