namespace Hale.EndToEnd.Tests.Harness;

/// <summary>What a failed test leaves behind: what hale said, what the engine holds of the project, and what its containers printed.</summary>
internal static class Artefacts
{
    public static async Task KeepAsync(TestProject project)
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? project.Name;
        var folder = Path.Combine(Repository.Root, "artifacts", "e2e", string.Concat(test.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')));
        Directory.CreateDirectory(folder);

        await File.WriteAllTextAsync(Path.Combine(folder, "runs.txt"), string.Join("\n\n", project.Runs.Select(run => run.Told)));
        await WriteAsync(folder, "containers.txt", "ps", "-a", "--no-trunc", "--filter", $"label=com.docker.compose.project={project.Name}");
        foreach (var container in await project.ContainersAsync())
        {
            await WriteAsync(folder, $"{container.Name}.log", "logs", "--timestamps", container.Id);
            await WriteAsync(folder, $"{container.Name}.json", "inspect", container.Id);
        }

        if (Directory.Exists(project.PathOf(".hale")))
        {
            await Tool.RunAsync("cp", ["-r", project.PathOf(".hale"), Path.Combine(folder, "hale")]);
        }
    }

    private static async Task WriteAsync(string folder, string file, params IEnumerable<string> command)
    {
        var ran = await Tool.DockerAsync(command);
        await File.WriteAllTextAsync(Path.Combine(folder, file), ran.Output + ran.Errors);
    }
}
