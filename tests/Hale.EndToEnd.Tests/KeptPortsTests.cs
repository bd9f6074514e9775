using System.Net;
using System.Net.Sockets;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary><c>--keep-ports</c>: the very ports that the files name, or a failure that says who holds them.</summary>
public sealed class KeptPortsTests : EndToEndTest
{
    [Fact]
    public async Task A_stack_that_an_earlier_run_moved_stays_while_its_port_is_held_and_comes_back_to_it_when_it_is_free()
    {
        var project = Project("services: {}");
        using var holder = new TcpListener(IPAddress.Any, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        project.Write("compose.yaml", $$"""
            services:
              web:
                image: hale.test/tiny:1
                command: ["serve", "8000"]
                ports: ["{{port}}:8000"]
                environment: { SELF: "http://localhost:{{port}}" }
            """);
        await project.HaleDoesAsync("docker");
        var moved = await project.ContainerAsync("web");
        Assert.DoesNotContain($":{port}\n", await PublishedAsync(moved), StringComparison.Ordinal);

        var held = await project.HaleAsync("docker", "--keep-ports");
        Assert.True(held.ExitCode == 1, held.Told);
        Assert.Contains($"port {port}, which 'web' publishes, is held by", held.Output, StringComparison.Ordinal);
        Assert.Equal(moved.Id, (await project.ContainerAsync("web")).Id);
        Assert.Contains("hale.port.", await File.ReadAllTextAsync(project.PathOf(".hale/overlay.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        holder.Stop();
        await project.HaleDoesAsync("docker", "--keep-ports");
        Assert.Contains($":{port}\n", await PublishedAsync(await project.ContainerAsync("web")), StringComparison.Ordinal);
        Assert.Equal($"http://localhost:{port}", (await project.InsideAsync("web", "sh", "-c", "echo $SELF")).Trim());
    }

    private static Task<string> PublishedAsync(Container container) => Tool.AskDockerAsync("port", container.Id);
}
