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
            return new Receipt(false, InsideProject.LeadsOut(run.Folder));
        }

        if (run.Touches.FirstOrDefault(file => InsideProject.PathOf(project, file) is null) is { } outside)
        {
            return new Receipt(false, InsideProject.LeadsOut(outside));
        }

        var command = new Command(run.Program, run.Arguments) { Folder = folder, Environment = Quiet, Timeout = Patience };
        progress($"$ {command}");
        var files = run.Touches.Select(file => ToolFile.Read(project, file)).ToList();
        var done = false;
        try
        {
            var end = await runner.RunAsync(command, (line, _) => progress(line), stop).ConfigureAwait(false);
            done = end.Done;
            return ReceiptOf(run, command, end);
        }
        finally
        {
            // A tool that was broken off, or gave up, may have written half a file.
            files.ForEach(file => file.PutBackUnless(done));
        }
    }

    private static Receipt ReceiptOf(RunTool run, Command command, CommandEnd end) =>
        end.Done
            ? new Receipt(true, "") { Undo = run.TakenBackBy ?? (run.Touches.Count > 0 ? "hale undo" : null) }
            : new Receipt(false, $"`{command}` failed: {end.LastWords}");
}
