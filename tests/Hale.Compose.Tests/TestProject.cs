using Hale.Compose.Overlays;
using Hale.Kernel.Commands;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Compose.Tests;

/// <summary>A folder of its own for one test, with the classes under test on it; gone when the test ends.</summary>
internal sealed class TestProject : IDisposable, IStage
{
    public const string NoDocker = "the docker command line with Compose is not here";

    private readonly List<RunEvent> _told = [];

    public TestProject(params (string Path, string Text)[] files)
    {
        Name = $"hale-compose-test-{Guid.NewGuid().ToString("N")[..8]}";
        Folder = Path.Combine(Path.GetTempPath(), Name);
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }

        Directory.CreateDirectory(Folder);
        Project = new Project { Directory = Folder };
        Overlay = new OverlayStore(Project, new StateFolder(Project));
    }

    public static bool HasCompose { get; } = new ProcessRunner().Find("docker") is not null
        && new ProcessRunner().RunAsync(new Command("docker", ["compose", "version"]), null, default).GetAwaiter().GetResult().Done;

    public static bool HasEngine { get; } = HasCompose
        && new ProcessRunner().RunAsync(new Command("docker", ["version"]), null, default).GetAwaiter().GetResult().Done;

    public string Name { get; }

    public string Folder { get; }

    public Project Project { get; set; }

    public OverlayStore Overlay { get; set; }

    /// <summary>The project's one secret; null where it has none.</summary>
    public string? Secret { get; init; }

    public ProcessRunner Runner { get; } = new();

    public TimeSpan Now => TimeSpan.Zero;

    public IReadOnlyList<string> Said => [.. _told.OfType<CommandSaid>().Select(said => said.Text)];

    /// <summary>A composer as a new run of Hale would have it.</summary>
    public Composer Composer() => new(Project, new StateFolder(Project), Runner, Overlay, this, new OneSecret(Secret));

    public void Tell(RunEvent happened)
    {
        lock (_told)
        {
            _told.Add(happened);
        }
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public Task<CommandEnd> DockerAsync(params string[] arguments) =>
        Runner.RunAsync(new Command("docker", arguments) { Folder = Folder, Timeout = TimeSpan.FromMinutes(2) }, null, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
