using Hale.Kernel.Runs;

namespace Hale.Healing;

/// <summary>Passes on what happens with the project's secrets taken out of what commands printed.</summary>
/// <param name="stage">Who hears it.</param>
/// <param name="redact">Takes the secrets out of a text.</param>
public sealed class DiscreetStage(IStage stage, Func<string, string> redact) : IStage
{
    public TimeSpan Now => stage.Now;

    public void Tell(RunEvent happened) => stage.Tell(happened switch
    {
        CommandSaid said => said with { Text = redact(said.Text) },
        _ => happened,
    });
}
