using System.Net;
using System.Net.Sockets;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>A Compose project of one test: a folder of its own, whose name is the project's name, and what was run in it.</summary>
internal sealed class TestProject
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> _environment = [];
    private readonly List<Ran> _runs = [];

    private TestProject()
    {
        Name = $"e2e{Guid.NewGuid():N}"[..13];
        Folder = Path.Combine(Path.GetTempPath(), "hale-e2e", Name);
        Directory.CreateDirectory(Folder);
    }

    public string Name { get; }

    public string Folder { get; }

    /// <summary>What was run in the project so far, oldest first.</summary>
    public IReadOnlyList<Ran> Runs => _runs;

    /// <summary>A project with this Compose file and nothing else.</summary>
    public static TestProject Of(string compose)
    {
        var project = new TestProject();
        project.Write("compose.yaml", compose);
        return project;
    }

    /// <summary>A copy of a folder of the repository.</summary>
    public static TestProject CopyOf(string folder)
    {
        var project = new TestProject();
        Repository.Copy(Path.Combine(Repository.Root, folder), project.Folder);
        return project;
    }

    public TestProject With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Sets a variable to a host port that is free now, and tells which.</summary>
    public int WithFreePort(string variable)
    {
        var port = FreePort();
        With(variable, $"{port}");
        return port;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Runs the hale under test on this project.</summary>
    public Task<Ran> HaleAsync(params IEnumerable<string> arguments) => HaleWithinAsync(Longest, arguments);

    public async Task<Ran> HaleWithinAsync(TimeSpan longest, params IEnumerable<string> arguments) =>
        Note(await Tool.RunAsync(Repository.Hale, ["-C", Folder, .. arguments], Folder, _environment, longest));

    /// <summary>Runs hale and holds that it says all is well.</summary>
    public async Task<Ran> HaleDoesAsync(params IEnumerable<string> arguments)
    {
        var ran = await HaleAsync(arguments);
        Assert.True(ran.ExitCode == 0, ran.Told);
        return ran;
    }

    public Running StartHale(params IEnumerable<string> arguments) =>
        Tool.Start(Repository.Hale, ["-C", Folder, .. arguments], Folder, _environment);

    /// <summary>Waits for a hale started before, and keeps what it said.</summary>
    public async Task<Ran> EndAsync(Running running) => Note(await running.EndAsync(Longest));

    public async Task<Ran> ComposeAsync(params IEnumerable<string> arguments)
    {
        var ran = Note(await Tool.RunAsync("docker", ["compose", .. arguments], Folder, _environment, Longest));
        Assert.True(ran.ExitCode == 0, ran.Told);
        return ran;
    }

    public Task<IReadOnlyList<Container>> ContainersAsync() => Container.OfProjectAsync(Name);

    /// <summary>The one container of a service.</summary>
    public async Task<Container> ContainerAsync(string service) =>
        Assert.Single(await ContainersAsync(), container => container.Service == service);

    /// <summary>The state of each container, such as <c>api running</c> or <c>migrate exited 0</c>, by service.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync() =>
    [
        .. (await ContainersAsync())
            .Select(container => container.State == "exited" ? $"{container.Service} exited {container.ExitCode}" : $"{container.Service} {container.State}")
            .Order(StringComparer.Ordinal),
    ];

    public Task<IReadOnlyList<string>> VolumesAsync() => ListAsync("volume", Label);

    public Task<IReadOnlyList<string>> NetworksAsync() => ListAsync("network", Label);

    /// <summary>Runs a command in the container of a service, which has to succeed.</summary>
    public async Task<string> InsideAsync(string service, params IEnumerable<string> command) =>
        await Tool.AskDockerAsync(["exec", (await ContainerAsync(service)).Id, .. command]);

    /// <summary>Removes what the project left in the engine and on disk.</summary>
    public async Task RemoveAsync()
    {
        if (File.Exists(PathOf(".hale/keeper.json")))
        {
            await HaleAsync("keeper", "stop");
        }

        // A checkout may go by another name than its folder's.
        var made = await Tool.AskDockerAsync("ps", "--all", "--filter", $"label=com.docker.compose.project.working_dir={Folder}", "--format", "{{.Label \"com.docker.compose.project\"}}");
        foreach (var label in made.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(name => $"label=com.docker.compose.project={name}").Append(Label).Distinct())
        {
            await RemoveAsync(["rm", "-f", "-v"], await Container.IdsAsync("--filter", label));
            await RemoveAsync(["network", "rm"], await ListAsync("network", label));
            await RemoveAsync(["volume", "rm"], await ListAsync("volume", label));
            var images = await Tool.AskDockerAsync("image", "ls", "-q", "--filter", label);
            await RemoveAsync(["image", "rm", "-f"], images.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct());
        }

        Directory.Delete(Folder, recursive: true);
    }

    private string Label => $"label=com.docker.compose.project={Name}";

    private static async Task RemoveAsync(IEnumerable<string> command, IEnumerable<string> names)
    {
        if (names.Any())
        {
            await Tool.DockerAsync([.. command, .. names]);
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(string kind, string label)
    {
        var output = await Tool.AskDockerAsync(kind, "ls", "--format", "{{.Name}}", "--filter", label);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    private Ran Note(Ran ran)
    {
        lock (_runs)
        {
            _runs.Add(ran);
        }

        return ran;
    }
}
