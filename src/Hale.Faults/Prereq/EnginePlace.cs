using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>What can be said of where an engine is looked for.</summary>
internal static class EnginePlace
{
    private static readonly string[] Usual = ["unix:///var/run/docker.sock", "unix:///run/docker.sock", "npipe://./pipe/docker_engine"];

    /// <summary>True for the place where this machine's own engine listens unless told otherwise.</summary>
    public static bool IsUsual(EngineFacts engine) => Usual.Contains(engine.Endpoint);

    public static bool DoesNotAnswer(EngineFacts engine) => engine.Refusal is EngineRefusal.NotRunning or EngineRefusal.Unreachable;
}
