using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The Docker engine is too old.</summary>
public sealed class EngineTooOld : Fault
{
    public override string Id => "engine-too-old";

    public override string Title => "The Docker engine is too old";

    public override Needs Needs => Needs.Engine;

    public override string Page => """
        Hale needs Docker Engine 23 (API 1.42) or later: the BuildKit of older ones cannot be given another base image by name.

        ## What we look at
        The API version that the engine answers with.

        ## Why it happens
        Long-lived distributions keep the version that they were published with.

        ## What mends it
        A newer engine. An upgrade restarts the daemon, and with it all containers on this machine, so Hale leaves the moment to you.

        ## When it is not this
        A command line that is newer than the engine is no fault: the two agree on what both know.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        return engine.ApiVersion is { } api && !Requirements.Meets(api, Requirements.EngineApi)
            ? Diagnosis.Present(new Finding(Id, "machine", $"the engine is {engine.Version} (API {engine.ApiVersion}), and Hale needs API {Requirements.EngineApi} or later"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("upgrade Docker Engine to 23 or later: https://docs.docker.com/engine/install/");
}
