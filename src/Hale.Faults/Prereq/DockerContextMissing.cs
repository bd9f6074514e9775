using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The Docker context does not exist.</summary>
public sealed class DockerContextMissing : Fault
{
    public override string Id => "docker-context-missing";

    public override string Title => "The Docker context does not exist";

    public override Needs Needs => Needs.Engine;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    public override string Page => """
        Docker is told to use a context that is not there, so it reaches no engine at all.

        ## What we look at
        `DOCKER_CONTEXT`, `currentContext` of Docker's settings, and the contexts that are stored beside them.

        ## Why it happens
        Docker Desktop was removed and left its name in the settings, or the variable holds a typing error.

        ## What mends it
        Another context is chosen.

        ## When it is not this
        A context that exists and leads nowhere is `docker-context-wrong`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine.Refusal is EngineRefusal.NoSuchContext
            ? Diagnosis.Present(new Finding(Id, "machine", $"{(engine.NamedBy == "config" ? "Docker's settings name" : $"{engine.NamedBy} names")} the context '{engine.Context}', which does not exist"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker context use default", "or, when DOCKER_CONTEXT is set: unset DOCKER_CONTEXT");
}
