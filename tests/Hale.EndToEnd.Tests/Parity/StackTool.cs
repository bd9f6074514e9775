using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>What brings a stack up and down: Compose or Hale.</summary>
internal sealed record StackTool(Func<ParityProject, string, Task<Ran>> Up, Func<ParityProject, string, Task<Ran>> Down)
{
    public static StackTool Compose { get; } = new(
        (project, folder) => Tool.RunAsync(
            "docker", project.Wait ? ["compose", "up", "-d", "--wait"] : ["compose", "up", "-d"], folder, project.Environment),
        (project, folder) => Tool.RunAsync("docker", ["compose", "down"], folder, project.Environment));

    // Without --yes: nothing is wrong with these projects, so whatever would change the machine has to be refused.
    public static StackTool Hale { get; } = new(
        (project, folder) => Tool.RunAsync(Repository.Hale, ["-C", folder, "docker"], folder, project.Environment),
        (project, folder) => Tool.RunAsync(Repository.Hale, ["-C", folder, "down"], folder, project.Environment));

    /// <summary>Compose again, with one more file of its own: what differs then is known.</summary>
    public static StackTool ComposeWith(string file) => new(
        (project, folder) => Tool.RunAsync("docker", ["compose", "-f", "compose.yaml", "-f", file, "up", "-d"], folder, project.Environment),
        Compose.Down);
}
