using System.Text.Json.Nodes;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>Takes one project up and down with one tool, and keeps what the engine held at both moments.</summary>
internal sealed class ParityRun(ParityProject project, StackTool tool)
{
    public async Task<ParityEnd> GoAsync()
    {
        var folder = project.Lay();
        await SweepAsync([]);
        await MakeExternalsAsync();
        var names = new KnownNames();
        try
        {
            Expect(await tool.Up(project, folder));
            if (project.Then is { } then)
            {
                await StackSnapshot.TakeAsync(project, names);
                ParityProject.Copy(then, folder);
                Expect(await tool.Up(project, folder));
            }

            await EndOfOneShotsAsync();
            var up = await StackSnapshot.TakeAsync(project, names);
            var again = tool == StackTool.Hale ? await GoBetweenAsync(folder, names) : up;
            var overlay = Path.Combine(folder, ".hale", "overlay.yaml");
            Expect(await tool.Down(project, folder));
            var left = await StackSnapshot.TakeAsync(project, names);
            return new ParityEnd(up, again, left, File.Exists(overlay) ? await File.ReadAllTextAsync(overlay) : "");
        }
        finally
        {
            await SweepAsync(names.AnonymousVolumes);
        }
    }

    /// <summary>Lets Compose and then Hale bring up what stands already. A container made anew would carry Compose's label for that.</summary>
    private async Task<JsonObject> GoBetweenAsync(string folder, KnownNames names)
    {
        Expect(await StackTool.Compose.Up(project, folder));
        Expect(await tool.Up(project, folder));
        await EndOfOneShotsAsync();
        return await StackSnapshot.TakeAsync(project, names);
    }

    private static void Expect(Ran ran) =>
        Assert.True(ran.ExitCode == 0, ran.Told);

    private async Task MakeExternalsAsync()
    {
        foreach (var network in project.External.Networks)
        {
            await Tool.AskDockerAsync("network", "create", network);
        }

        foreach (var volume in project.External.Volumes)
        {
            await Tool.AskDockerAsync("volume", "create", volume);
        }
    }

    private async Task EndOfOneShotsAsync()
    {
        if (project.End.Count > 0)
        {
            await Until.SoAsync($"ended: {string.Join(", ", project.End)}", HaveEndedAsync);
        }
    }

    private async Task<bool> HaveEndedAsync()
    {
        var states = await Tool.AskDockerAsync(["container", "inspect", "-f", "{{.State.Status}}", .. project.End]);
        return states.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(state => state == "exited");
    }

    /// <summary>Removes what the project has in the engine, so that both tools begin with nothing.</summary>
    private async Task SweepAsync(IReadOnlyList<string> anonymousVolumes)
    {
        var label = $"label=com.docker.compose.project={project.Project}";
        await RemoveAsync(["rm", "-f", "-v"], ["ps", "-aq", "--filter", label], []);
        await RemoveAsync(["network", "rm"], ["network", "ls", "-q", "--filter", label], project.External.Networks);
        await RemoveAsync(["volume", "rm", "-f"], ["volume", "ls", "-q", "--filter", label], [.. project.External.Volumes, .. anonymousVolumes]);
        await RemoveAsync(["image", "rm", "-f"], ["image", "ls", "-q", "--filter", label], []);
    }

    private static async Task RemoveAsync(string[] remove, string[] list, IReadOnlyList<string> more)
    {
        var found = (await Tool.DockerAsync(list)).Lines;
        if (found.Count + more.Count > 0)
        {
            await Tool.DockerAsync([.. remove, .. found.Concat(more).Distinct()]);
        }
    }
}

/// <summary>What a tool made of a project.</summary>
/// <param name="Up">What the engine held when the stack was up.</param>
/// <param name="Again">What it held after Compose and then the tool brought the standing stack up once more.</param>
/// <param name="Left">What it still held after the stack was down.</param>
/// <param name="Overlay">Hale's overlay; empty when there is none.</param>
internal sealed record ParityEnd(JsonObject Up, JsonObject Again, JsonObject Left, string Overlay);
