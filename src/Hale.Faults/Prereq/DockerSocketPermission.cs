using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>This user may not use the Docker socket.</summary>
public sealed class DockerSocketPermission : Fault
{
    public override string Id => "docker-socket-permission";

    public override string Title => "This user may not use the Docker socket";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The engine's socket is there, and the system does not let this user open it.

        ## What we look at
        What the system answers when the socket is opened, and whether the user database counts this user in the group `docker`.

        ## Why it happens
        The socket belongs to root and to the group `docker`, and this user is in neither.

        ## What mends it
        An administrator adds the user to the group. Whoever may use the socket is as good as root on this machine, so Hale does not do it
        by itself, and never changes the mode of the socket.

        ## When it is not this
        A user who is in the group already, in a session that began before, is `docker-group-not-active`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine is { Refusal: EngineRefusal.Denied, InDockerGroup: false }
            ? Diagnosis.Present(new Finding(Id, "machine", $"the engine's socket {engine.Endpoint} refuses this user: {engine.RefusalText}"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("sudo usermod -aG docker \"$USER\"", "log out and in again, or run: newgrp docker");
}
