using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The Docker context names an engine that does not answer.</summary>
public sealed class DockerContextWrong : Fault
{
    public override string Id => "docker-context-wrong";

    public override string Title => "The Docker context names an engine that does not answer";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The Docker context in force leads to an engine that does not answer.

        ## What we look at
        The context (`DOCKER_CONTEXT`, then `currentContext` of Docker's settings), the answer from there, and the usual sockets of this machine.

        ## Why it happens
        Docker Desktop is not running, or was removed and left its context behind; or the engine runs rootless at a socket of its own.

        ## What mends it
        The context is changed, or the engine that it names is started. Hale does not choose another engine by itself: it might be one that
        you did not mean.

        ## When it is not this
        The usual socket of this machine with nobody behind it is `docker-daemon-down`. A context that does not exist is
        `docker-context-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return EnginePlace.DoesNotAnswer(engine) && engine.NamedBy != "DOCKER_HOST" && (!EnginePlace.IsUsual(engine) || engine.AnswersInstead is not null)
            ? Diagnosis.Present(new Finding(Id, "machine", $"the context '{engine.Context}' names {engine.Endpoint}, and no engine answers there: {engine.RefusalText}")
            {
                Facts = new Dictionary<string, string> { ["instead"] = engine.AnswersInstead ?? "" },
            })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => finding.Facts.GetValueOrDefault("instead") is { Length: > 0 } other
        ? Remedy.ByHand($"DOCKER_HOST={other} hale docker", "docker context ls", "docker context use NAME")
        : Remedy.ByHand("docker context ls", "docker context use default", "or start the engine that the context names");
}
