using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>The engine's clock and this machine's differ.</summary>
public sealed class ClockSkew : Fault
{
    // What certificates, tokens and package lists allow for is mostly more than this.
    private const int Tolerated = 30;

    public override string Id => "clock-skew";

    public override string Title => "The engine's clock and this machine's differ";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The clock of the engine's machine, which is the clock of all containers, is ahead of this machine's or behind it. Certificates and
        tokens are then not valid yet or no longer, package lists are refused, and builds see files from the future.

        ## What we look at
        The time that the engine tells, against the time of this machine.

        ## Why it happens
        The virtual machine of Docker Desktop or WSL was paused while the computer slept, and its clock went on where it had stopped. Or the
        engine is on another machine whose clock is not kept.

        ## What mends it
        The virtual machine is started anew, or its clock is set. The stack may well become healthy all the same, so this is a warning.

        ## When it is not this
        One certificate that has expired, while both clocks agree, is that certificate's own fault.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        if (engine.Version is null)
        {
            return Diagnosis.CannotTell("no engine answers, so its clock is not known");
        }

        return engine.ClockAhead is { } ahead && Math.Abs(ahead) > Tolerated
            ? Diagnosis.Present(new Finding(Id, "clock", $"the engine's clock is {Text(Math.Abs(ahead))} s {(ahead < 0 ? "behind" : "ahead of")} this machine's") { OnlyWarns = true })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "date -u; docker info --format '{{.SystemTime}}'",
        "restart Docker Desktop, or in Windows: wsl --shutdown",
        "on an engine of your own: sudo timedatectl set-ntp true");

    private static string Text(int seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
