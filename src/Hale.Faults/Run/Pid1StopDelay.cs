using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>Stopping a service takes its whole grace each time, since its first process ignores the signal.</summary>
public sealed class Pid1StopDelay : Fault
{
    // A container that ends sooner delays nobody.
    private static readonly TimeSpan Felt = TimeSpan.FromSeconds(1);

    public override string Id => "pid1-stop-delay";

    public override string Title => "Each stop of a service takes all its time, since its first process ignores the signal";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        The first process of a container ignores the signal that asks it to stop, so each stop or restart by Docker lasts ten seconds, or
        as long as `stop_grace_period` says, and ends by force.

        ## What we look at
        What the running first process does with SIGTERM, and the signals that the engine sent when the container was last restarted: one
        that asks, and SIGKILL a second or more later.

        ## Why it happens
        The kernel gives the first process of a container no default action for SIGTERM: without a handler of its own it goes on. Python,
        and a shell that runs the program as its child, have none.

        ## What mends it
        `init: true` puts a small process in front that takes the signal; not for images that have one already, such as those with
        s6-overlay or systemd. Or the program handles the signal; or `exec` in the shell's command puts a program that does in its place.
        Hale only warns, and does not wait in vain itself: `hale down` ends such a container at once.

        ## When it is not this
        A container that is down with exit code 137 after such a stop is `stop-timeout-sigkill`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where container is { State: ContainerState.Running, IgnoresStop: true }
               let after = Forced.After(container)
               where after >= Felt
               group (container, after) by container.Service into same
               select new Finding(Id, same.Key, $"the first process of '{same.Key}', {same.First().container.Command.FirstOrDefault("its command")}, ignores SIGTERM: its last restart took {Forced.Seconds(same.First().after!.Value)}, until it was ended by force") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"under '{finding.Subject}' in the Compose file: init: true", $"where its command is a shell's: put exec before the program, if that handles SIGTERM");
}
