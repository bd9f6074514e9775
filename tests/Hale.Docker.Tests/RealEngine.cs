using System.ComponentModel;
using Hale.Docker.Tests;

[assembly: AssemblyFixture(typeof(RealEngine))]

namespace Hale.Docker.Tests;

/// <summary>The engine of this machine, a tiny image of the tests' own, and containers that are removed at the end.</summary>
public sealed class RealEngine : IAsyncLifetime
{
    public const string Image = "hale.docker.tests/busybox:1";

    private readonly EngineClient _client = new(new Uri("unix:///var/run/docker.sock"));
    private string? _missing;

    internal ContainerEngine Engine => new(_client, (_, _) => false, new NoSecrets());

    internal ImageStore Images => new(_client);

    public async ValueTask InitializeAsync()
    {
        try
        {
            await Shell.RunAsync("docker", "version");
            if ((await Shell.RunAsync("docker", "image", "ls", "--quiet", Image)).Length == 0)
            {
                await ImportAsync();
            }
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception)
        {
            _missing = failure.Message;
        }
    }

    public void Need() => Assert.SkipWhen(_missing is not null, $"no engine to test with: {_missing}");

    internal static string NewProject() => $"hale-docker-tests-{Guid.NewGuid():N}"[..26];

    /// <summary>Creates a container with the labels that Compose gives.</summary>
    internal async Task<string> CreateAsync(string project, IReadOnlyList<string> options, params IReadOnlyList<string> command)
    {
        Need();
        return await Shell.RunAsync("docker", [
            "create", "--label", $"com.docker.compose.project={project}", "--label", "com.docker.compose.service=web",
            "--label", "com.docker.compose.container-number=2", "--label", "com.docker.compose.config-hash=abc", .. options, Image, .. command]);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_missing is not null)
        {
            return;
        }

        var left = await Shell.RunAsync("docker", "ps", "--all", "--quiet", "--filter", $"ancestor={Image}");
        foreach (var id in left.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await Shell.RunAsync("docker", "rm", "--force", id);
        }
    }

    private static async Task ImportAsync()
    {
        const string Make = "cd \"$0\" && apt-get -q download busybox-static && dpkg-deb -x busybox-static_*.deb package && mkdir -p root/bin root/tmp "
            + "&& cp $(find package -path '*bin/busybox') root/bin/ && for name in sh sleep cat true echo; do ln -s busybox root/bin/$name; done && tar -C root -cf root.tar .";
        var folder = Directory.CreateTempSubdirectory("hale-docker-tests-").FullName;
        try
        {
            await Shell.RunAsync("sh", "-c", Make, folder);
            await Shell.RunAsync("docker", "import", "--change", "ENV PATH=/bin", "--change", "LABEL made.by=hale.docker.tests", Path.Combine(folder, "root.tar"), Image);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
