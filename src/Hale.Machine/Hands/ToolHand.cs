using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>Runs a tool of this machine, such as Poetry or npm, in a folder of the project. The journal has kept the files that it may change.</summary>
public sealed class ToolHand(Project project, ICommandRunner runner) : IHand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Dictionary<string, string?> Quiet = new() { ["CI"] = "1", ["NO_COLOR"] = "1", ["POETRY_NO_INTERACTION"] = "1" };

    public bool Takes(Act act) => act is RunTool;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var run = (RunTool)act;
        if (InsideProject.PathOf(project, run.Folder) is not { } folder)
        {
            return new Receipt(false, $"'{run.Folder}' leads out of the project");
        }

        var command = new Command(run.Program, run.Arguments) { Folder = folder, Environment = Quiet, Timeout = Patience };
        progress($"$ {command}");
        var end = await runner.RunAsync(command, (line, _) => progress(line), stop).ConfigureAwait(false);
        return end.Done ? new Receipt(true, "") { Undo = run.TakenBackBy ?? (run.Touches.Count > 0 ? "hale undo" : null) } : new Receipt(false, $"`{command}` failed: {end.LastWords}");
    }
}
