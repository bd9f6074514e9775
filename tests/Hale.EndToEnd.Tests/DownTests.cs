using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary><c>hale down</c> takes the time that the processes need, and keeps the data.</summary>
public sealed class DownTests : EndToEndTest
{
    [Fact]
    public async Task Volumes_stay_and_only_the_one_that_is_named_goes()
    {
        var project = Project(
            """
            services:
              app:
                image: hale.test/tiny:1
                volumes: ["kept:/kept", "dropped:/dropped"]
            volumes:
              kept:
              dropped:
            """);
        await project.HaleDoesAsync("docker");

        await project.HaleDoesAsync("down");
        Assert.Empty(await project.ContainersAsync());
        Assert.Equal([$"{project.Name}_dropped", $"{project.Name}_kept"], await project.VolumesAsync());

        await project.HaleDoesAsync("down", "--volumes", "dropped");
        Assert.Equal([$"{project.Name}_kept"], await project.VolumesAsync());
    }

    [Fact]
    public async Task A_process_that_cannot_hear_the_signal_is_not_waited_for()
    {
        var project = Project("services:\n  deaf:\n    image: hale.test/tiny:1\n    command: [\"sleep\", \"3600\"]\n");
        await project.HaleDoesAsync("docker");
        Assert.Equal(["deaf running"], await project.StatesAsync());

        var ran = await project.HaleDoesAsync("down");

        Assert.True(ran.Took < TimeSpan.FromSeconds(5), ran.Told);
        Assert.Empty(await project.ContainersAsync());
    }

    [Fact]
    public async Task A_process_that_hears_the_signal_gets_the_time_to_finish()
    {
        var project = Project(
            """
            services:
              tidy:
                image: hale.test/tiny:1
                command: ["sh", "-c", "trap 'sleep 3; echo tidied > /data/end; exit 0' TERM; while :; do sleep 0.1; done"]
                volumes: ["data:/data"]
            volumes:
              data:
            """);
        await project.HaleDoesAsync("docker");

        await project.HaleDoesAsync("down");

        var end = await Tool.AskDockerAsync("run", "--rm", "-v", $"{project.Name}_data:/data", "hale.test/tiny:1", "cat", "/data/end");
        Assert.Equal("tidied", end.Trim());
    }

    [Fact]
    public async Task Nothing_to_take_down_is_no_error()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n    volumes: [\"data:/data\"]\nvolumes:\n  data:\n");

        var ran = await project.HaleDoesAsync("down");

        Assert.DoesNotContain("kept", ran.Output, StringComparison.Ordinal);
        Assert.Empty(await project.VolumesAsync());
    }

    [Fact]
    public async Task What_was_made_before_the_files_broke_is_taken_down_by_its_labels()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n    env_file: .env\n  other:\n    image: hale.test/tiny:1\n    depends_on: [app]\n");
        project.Write(".env", "A=1\n");
        await project.HaleDoesAsync("docker");
        File.Delete(project.PathOf(".env"));

        var ran = await project.HaleDoesAsync("down");

        Assert.Contains("found by its labels", ran.Output, StringComparison.Ordinal);
        Assert.Empty(await project.ContainersAsync());
    }
}
