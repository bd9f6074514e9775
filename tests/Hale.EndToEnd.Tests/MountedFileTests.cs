using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A file that a service mounts and nobody wrote: the engine makes a folder of its name, and containers run with that as if nothing were wrong.</summary>
public sealed class MountedFileTests : EndToEndTest
{
    [Fact]
    public async Task It_is_told_each_time_and_made_once_there_is_a_template()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n    volumes: [\"./app.conf:/etc/app.conf\"]\n");
        foreach (var time in Enumerable.Range(1, 3))
        {
            var told = await project.HaleDoesAsync("docker", "--yes");
            Assert.True(told.Told.Contains("app.conf", StringComparison.Ordinal), $"{time}: {told.Told}");
        }

        project.Write("app.conf.example", "colour=green\n");
        var mended = await project.HaleDoesAsync("docker", "--yes");
        Assert.Contains("bind-source-becomes-dir", mended.Told, StringComparison.Ordinal);
        Assert.Equal("colour=green", (await project.InsideAsync("app", "cat", "/etc/app.conf")).Trim());

        var still = await project.HaleDoesAsync("docker", "--yes");
        Assert.DoesNotContain("app.conf", still.Told, StringComparison.Ordinal);
    }
}
