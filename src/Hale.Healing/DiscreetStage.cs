using Hale.Kernel.Faults;
using Hale.Kernel.Runs;

namespace Hale.Healing;

/// <summary>Passes on what happens with the project's secrets taken out of what commands, containers and builds printed, and of what the project says of its own faults.</summary>
/// <param name="stage">Who hears it.</param>
/// <param name="redact">Takes the secrets out of a text.</param>
public sealed class DiscreetStage(IStage stage, Func<string, string> redact) : IStage
{
    public TimeSpan Now => stage.Now;

    public void Tell(RunEvent happened) => stage.Tell(happened switch
    {
        CommandSaid said => said with { Text = redact(said.Text) },
        Noted noted => noted with { Text = redact(noted.Text) },
        ServiceMoved { Detail.Length: > 0 } moved => moved with { Detail = redact(moved.Detail) },
        BuildStepEnded step => step with { Step = redact(step.Step) },
        FaultFound found => found with { Finding = Discreet(found.Finding) },
        ActBegan began => began with { Act = began.Act.Told(redact) },
        ActEnded ended => ended with { Finding = Discreet(ended.Finding), Act = ended.Act.Told(redact), Says = redact(ended.Says) },
        _ => happened,
    });

    private Finding Discreet(Finding finding) => finding with { Says = redact(finding.Says) };
}
