using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>DOCKER_HOST names an engine that does not answer.</summary>
public sealed class DockerHostEnvOverride : Fault
{
    public override string Id => "docker-host-env-override";

    public override string Title => "DOCKER_HOST names an engine that does not answer";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        The variable `DOCKER_HOST` is set, and no engine answers where it says. While it is set, Docker looks nowhere else.

        ## What we look at
        The variable, the answer from there, and the usual sockets of this machine.

        ## Why it happens
        An `export` was left over from another machine, a virtual machine or a build service.

        ## What mends it
        The variable is taken away, or the engine that it names is started. Hale does not choose another engine by itself: it might be one
        that you did not mean.

        ## When it is not this
        Without the variable it is `docker-context-wrong` or `docker-daemon-down`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return EnginePlace.DoesNotAnswer(engine) && engine.NamedBy == "DOCKER_HOST" && !EnginePlace.IsUsual(engine)
            ? Diagnosis.Present(new Finding(Id, "machine", $"DOCKER_HOST is {engine.Endpoint}, and no engine answers there: {engine.RefusalText}")
            {
                Facts = new Dictionary<string, string> { ["instead"] = engine.AnswersInstead ?? "" },
            })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => finding.Facts.GetValueOrDefault("instead") is { Length: > 0 } other
        ? Remedy.ByHand("env -u DOCKER_HOST hale docker", $"without the variable, the engine at {other} answers")
        : Remedy.ByHand("env -u DOCKER_HOST hale docker", "or start the engine that DOCKER_HOST names");
}
