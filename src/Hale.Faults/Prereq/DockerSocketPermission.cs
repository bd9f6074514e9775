using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The socket is there and refuses this user.</summary>
public sealed class DockerSocketPermission : Fault
{
    public override string Id => "docker-socket-permission";

    public override string Title => "This user may not use the Docker socket";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The Docker engine runs, and its socket belongs to root and to a group that this user or this session is not in.

        ## What we look at
        The refusal of the socket, and the members of the group `docker` in the user database.

        ## Why it happens
        The user was never added to the group, or was added after this session began.

        ## What mends it
        A tool cannot do it for the running session, so Hale says what to run. Members of the group can act as root on this machine:
        whether that is acceptable is the user's decision. Hale never changes the mode of the socket.

        ## When it is not this
        A socket that is missing, or on which nothing listens, is `docker-daemon-down`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine.Refusal is not EngineRefusal.Denied || engine.AnswersInstead is not null
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "machine", $"the Docker socket at {engine.Endpoint} refuses this user: {engine.RefusalText}")
            {
                Facts = new Dictionary<string, string> { ["member"] = engine.InDockerGroup ? "yes" : "no" },
            });
    }

    public override Remedy Mend(Finding finding) => finding.Facts.GetValueOrDefault("member") == "yes"
        ? Remedy.ByHand("newgrp docker, or log out and in again: this user was added to the group after this session began")
        : Remedy.ByHand("sudo usermod -aG docker \"$USER\", then log out and in again");
}
