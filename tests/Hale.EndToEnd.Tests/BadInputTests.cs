using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Bad input gets the file, the line and what to do; never a stack trace.</summary>
public sealed class BadInputTests : EndToEndTest
{
    /// <summary>Compose file (null: none), the command line, and what has to be said.</summary>
    public static TheoryData<string, string?, string, string> Table => new()
    {
        { "no Compose file", null, "docker", "no Compose file" },
        { "no Compose file to take down", null, "down", "no Compose file" },
        { "no Compose file to tell of", null, "status", "no Compose file" },
        { "broken YAML", "services:\n  app:\n    image: hale.test/tiny:1\n   ports: [\n", "docker", "compose.yaml:? ?(line )?(3|4|5)" },
        { "an empty file", "", "docker", "compose.yaml" },
        { "an unknown key", "services:\n  app:\n    image: hale.test/tiny:1\n    imagine: yes\n", "docker", "imagine" },
        { "an unknown service", Stacks.Sound, "docker nowhere", "nowhere" },
        { "an unknown profile", Stacks.Sound, "docker --profile nowhere", "nowhere" },
        { "an unknown service's logs", Stacks.Sound, "logs nowhere", "nowhere" },
        { "an unknown volume", Stacks.Sound, "down --volumes nowhere", "nowhere" },
        { "an unknown command", Stacks.Sound, "dokcer", "dokcer" },
        { "an unknown option", Stacks.Sound, "docker --verbos", "--verbos" },
        { "a file that is not there", Stacks.Sound, "-f nowhere.yaml docker", "nowhere.yaml" },
        { "a service that waits for none there is", "services:\n  app:\n    image: hale.test/tiny:1\n    depends_on: [nobody]\n", "docker", "nobody" },
        { "services that wait for each other", "services:\n  a:\n    image: hale.test/tiny:1\n    depends_on: [b]\n  b:\n    image: hale.test/tiny:1\n    depends_on: [a]\n", "docker", "a|b" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Bad_input_is_named_with_its_place(string what, string? compose, string command, string named)
    {
        var project = Project(compose ?? "");
        if (compose is null)
        {
            File.Delete(project.PathOf("compose.yaml"));
        }

        var ran = await project.HaleAsync(command.Split(' '));

        Assert.True(ran.ExitCode == 2, $"{what}: {ran.Told}");
        Assert.Matches(named, ran.Output + ran.Errors);
        NoStackTrace(ran);
        Assert.Empty(await project.ContainersAsync());
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_named()
    {
        var project = Project(Stacks.Sound.Replace("command: [\"serve\", \"8000\"]", "command: [\"serve\", \"8000\"]\n    env_file: settings", StringComparison.Ordinal));
        Directory.CreateDirectory(project.PathOf("settings"));

        var ran = await project.HaleAsync("docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("settings", ran.Output + ran.Errors, StringComparison.Ordinal);
        NoStackTrace(ran);
    }

    [Fact]
    public async Task A_shell_in_a_folder_that_was_removed_is_told_so()
    {
        var project = Project(Stacks.Sound);
        Directory.CreateDirectory(project.PathOf("gone"));

        var ran = await Tool.RunAsync("sh", ["-c", "cd gone && rmdir ../gone && exec \"$0\" status", Repository.Hale], project.Folder);

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("the folder that this shell is in has been removed", ran.Errors, StringComparison.Ordinal);
        NoStackTrace(ran);
    }

    [Fact]
    public async Task A_Compose_file_that_is_a_folder_is_named()
    {
        var project = Project("");
        File.Delete(project.PathOf("compose.yaml"));
        Directory.CreateDirectory(project.PathOf("compose.yaml"));

        var ran = await project.HaleAsync("docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("compose.yaml", ran.Output + ran.Errors, StringComparison.Ordinal);
        NoStackTrace(ran);
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("status")]
    [InlineData("-f", "compose.yaml", "down")]
    public async Task A_Compose_file_that_is_a_pipe_is_named_and_not_waited_for(params string[] command)
    {
        var project = Project("");
        File.Delete(project.PathOf("compose.yaml"));
        await Tool.RunAsync("mkfifo", [project.PathOf("compose.yaml")]);

        var ran = await project.HaleWithinAsync(TimeSpan.FromSeconds(20), command);

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("no ordinary file", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Compose_file_that_nobody_wrote_by_hand_is_named()
    {
        var project = Project("# " + new string('x', 9 << 20) + "\n");

        var ran = await project.HaleWithinAsync(TimeSpan.FromSeconds(20), "docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("9 MiB", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_COMPOSE_FILE_names_and_that_is_not_there_is_named_as_the_root()
    {
        var project = Project(Stacks.Sound);
        project.Write(".env", "COMPOSE_FILE=compose.yaml:compose.gone.yaml\n");

        var ran = await project.HaleAsync("docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("compose.gone.yaml", ran.Output + ran.Errors, StringComparison.Ordinal);
        Assert.Contains("follows from compose-file-missing", ran.Output, StringComparison.Ordinal);
        NoStackTrace(ran);
    }

    [Fact]
    public async Task A_project_without_a_service_is_not_called_healthy()
    {
        var ran = await Project("services: {}").HaleAsync("docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("no service", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_folder_that_leads_out_of_the_project_is_not_written_to()
    {
        var project = Project(Stacks.Sound);
        var elsewhere = Directory.CreateTempSubdirectory("hale-elsewhere-");
        Directory.CreateSymbolicLink(project.PathOf(".hale"), elsewhere.FullName);

        var ran = await project.HaleAsync("docker");

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("leads out of the project", ran.Output + ran.Errors, StringComparison.Ordinal);
        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        elsewhere.Delete();
    }

    [Fact]
    public async Task A_link_in_the_state_folder_is_neither_read_nor_written_through()
    {
        var project = Project(Stacks.Sound);
        var elsewhere = Directory.CreateTempSubdirectory("hale-elsewhere-");
        Directory.CreateDirectory(project.PathOf(".hale"));
        Directory.CreateSymbolicLink(project.PathOf(".hale/cache"), elsewhere.FullName);

        foreach (var command in (string[])["docker", "status", "undo", "troubleshoot"])
        {
            var ran = await project.HaleAsync(command);

            Assert.True(ran.ExitCode == 2, ran.Told);
            Assert.Contains("'.hale/cache' is a link", ran.Output + ran.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        elsewhere.Delete();
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("overlay.json")]
    [InlineData("lock.json")]
    public async Task A_pipe_in_the_state_folder_is_not_waited_for(string name)
    {
        var project = Project(Stacks.Sound);
        Directory.CreateDirectory(project.PathOf(".hale"));
        await Tool.RunAsync("mkfifo", [project.PathOf(Path.Combine(".hale", name))]);

        foreach (var command in (string[])["status", "undo", "troubleshoot", "docker"])
        {
            var ran = await project.HaleWithinAsync(TimeSpan.FromSeconds(60), command);

            Assert.True(ran.ExitCode is 0 or 1, ran.Told);
        }
    }

    [Fact]
    public async Task A_project_folder_that_is_not_there_is_named()
    {
        var ran = await Tool.RunAsync(Repository.Hale, ["-C", "/no/such/folder", "docker"]);

        Assert.True(ran.ExitCode == 2, ran.Told);
        Assert.Contains("/no/such/folder", ran.Output + ran.Errors, StringComparison.Ordinal);
        NoStackTrace(ran);
    }

    [Fact]
    public async Task A_broken_state_folder_is_no_end()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n");
        await project.HaleDoesAsync("docker");
        foreach (var file in Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories).ToList())
        {
            await File.WriteAllTextAsync(file, "{ not what was written", TestContext.Current.CancellationToken);
        }

        var ran = await project.HaleAsync("docker");

        NoStackTrace(ran);
        Assert.True(ran.ExitCode is 0 or 2, ran.Told);
        Assert.Equal(["app running"], await project.StatesAsync());
    }

    private static void NoStackTrace(Ran ran) => Assert.DoesNotMatch(@"(?m)^\s+at [\w.<>]+|Unhandled exception|System\.\w+Exception", ran.Output + ran.Errors);
}
