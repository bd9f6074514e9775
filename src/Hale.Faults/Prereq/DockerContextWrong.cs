using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The engine that is asked for does not answer, or is not named anywhere, while it is not just stopped.</summary>
public sealed class DockerContextWrong : Fault
{
    public override string Id => "docker-context-wrong";

    public override string Title => "The Docker context names an engine that does not answer";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The engine that the Docker context (or `DOCKER_HOST`) names does not answer, while another one on this machine does, or the
        context does not exist, or it names another machine that cannot be reached.

        ## What we look at
        The endpoint in force, who named it, and the other usual sockets of this machine.

        ## Why it happens
        A context of a Docker Desktop or of a remote machine that is gone, or a `DOCKER_HOST` left over from another tool.

        ## What mends it
        Hale does not choose an engine for its user, since each has its own containers and volumes. It says which one answers, and
        the command that uses it.

        ## When it is not this
        Where no engine answers at all, `docker-daemon-down` or `docker-engine-missing` is the cause.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine.Refusal switch
        {
            null => Diagnosis.Absent,
            EngineRefusal.NoSuchContext => Found($"the Docker context '{engine.Context}', named by {engine.NamedBy}, does not exist", engine),
            _ when engine.AnswersInstead is { } other => Found($"no engine answers at {engine.Endpoint}, named by {engine.NamedBy}, while one answers at {other}", engine),
            EngineRefusal.Unreachable => Found($"the engine at {engine.Endpoint}, named by {engine.NamedBy}, cannot be reached: {engine.RefusalText}", engine),
            _ => Diagnosis.Absent,
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts.GetValueOrDefault("by") == "DOCKER_HOST" ? "unset DOCKER_HOST"
        : finding.Facts.GetValueOrDefault("other") is { Length: > 0 } other ? $"DOCKER_HOST={other} hale docker"
        : "docker context use default");

    private Diagnosis Found(string says, EngineFacts engine) => Diagnosis.Present(new Finding(Id, "machine", says)
    {
        Facts = new Dictionary<string, string> { ["by"] = engine.NamedBy, ["other"] = engine.AnswersInstead ?? "" },
    });
}
