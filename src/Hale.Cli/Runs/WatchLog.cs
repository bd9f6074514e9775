using Hale.Kernel.Runs;

namespace Hale.Cli.Runs;

/// <summary>What a watching has to say, and who else wants to know how it goes.</summary>
internal class WatchLog(IStage stage)
{
    public void Say(string text) => stage.Tell(new Noted(stage.Now, text));

    /// <summary>The events are heard from now on.</summary>
    public virtual void Watches()
    {
    }

    /// <summary>A service was brought back.</summary>
    public virtual void Mended(string service)
    {
    }

    /// <summary>A service that keeps failing is left as it is, or is tried again since a person started it.</summary>
    public virtual void Left(string service, bool isLeft)
    {
    }
}

/// <summary>The log of a watching that a person looks at.</summary>
internal sealed class ForegroundLog(IStage stage) : WatchLog(stage)
{
    public override void Watches() => Say("Ctrl-C ends the watching and leaves the stack up");
}
