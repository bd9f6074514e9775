using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker.Tests;

/// <summary>Which files of a project those are that a container of a real engine named.</summary>
public sealed class Places(RealEngine real) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hale-places-").FullName;
    private readonly EngineClient _client = new(new Uri("unix:///var/run/docker.sock"));

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_mounted_file_is_the_one_that_is_mounted_and_a_copied_one_that_with_the_same_content()
    {
        Write("mounted/job.py", "1");
        Write("context/main.py", "print(1)\n");
        var id = await real.CreateAsync(RealEngine.NewProject(), ["--workdir", "/app", "--volume", $"{_folder}/mounted:/src"], "true");
        await Shell.RunAsync("docker", "cp", $"{_folder}/context/.", $"{id}:/app");
        await Shell.RunAsync("docker", "cp", $"{_folder}/context/main.py", $"{id}:/app/twice.py");

        var places = await LookAsync(id, "  File \"/src/job.py\", line 2, in x", "    at run (file:///app/main.py:3:1)", "main.py:4: no", "  File \"/app/gone.py\", line 1", "  File \"/app/twice.py\", line 1", "  File \"/usr/lib/python3/os.py\", line 1");

        Assert.Equal(
            [("/app/main.py", "context/main.py"), ("/src/job.py", "mounted/job.py"), ("main.py", "context/main.py")],
            places.Select(place => (place.Printed, place.File)).Order());
    }

    private async Task<IReadOnlyList<SeenPlace>> LookAsync(string id, params string[] log)
    {
        var container = new SeenContainer { Name = id, Service = "api", State = ContainerState.Exited, ExitCode = 1, Log = log };
        var service = new Service { Name = "api", Image = "api", Build = new BuildSource { Context = Path.Combine(_folder, "context") } };
        var known = new Evidence
        {
            Containers = Reading.Of(new ContainerFacts([container])),
            Model = Reading.Of(new ModelFacts(new Stack { Name = "shop", Services = [service] }, null)),
        };
        return (await new PlaceProbe(_client, new Sight(_folder)).LookAsync(known, TestContext.Current.CancellationToken))(known).Places.Known!.Places;
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, file), text);
    }

    /// <summary>Sees what is in one folder.</summary>
    private sealed class Sight(string top) : IProjectSight
    {
        public string? At(string path) => File.Exists(path) ? Path.GetRelativePath(top, path) : null;

        public string? Like(string folder, string name, ReadOnlyMemory<byte> content) =>
            File.Exists(Path.Combine(folder, name)) && File.ReadAllBytes(Path.Combine(folder, name)).AsSpan().SequenceEqual(content.Span) ? At(Path.Combine(folder, name)) : null;
    }
}
