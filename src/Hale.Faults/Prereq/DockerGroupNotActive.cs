using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The docker group is not active in this session yet.</summary>
public sealed class DockerGroupNotActive : Fault
{
    public override string Id => "docker-group-not-active";

    public override string Title => "The docker group is not active in this session yet";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        This user is in the group `docker`, but this session began before and does not know.

        ## What we look at
        What the system answers when the socket is opened, and the members of the group `docker` in the user database.

        ## Why it happens
        Groups are given to a session when it begins.

        ## What mends it
        A new session: log out and in again, or `newgrp docker` for one shell.

        ## When it is not this
        A user who is not in the group is `docker-socket-permission`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine is { Refusal: EngineRefusal.Denied, InDockerGroup: true }
            ? Diagnosis.Present(new Finding(Id, "machine", $"the engine's socket {engine.Endpoint} refuses this session, though this user is in the group 'docker'"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("newgrp docker", "or log out and in again");
}
