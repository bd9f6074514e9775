using Hale.Cli.Commands;
using Hale.Cli.Runs;
using Hale.Cli.Tests.Recorded;
using Hale.Kernel.Faults;

namespace Hale.Cli.Tests;

/// <summary>What becomes of a command line, good or bad.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("dokcer", "there is no command 'dokcer'; did you mean 'docker'?")]
    [InlineData("engine strat", "there is no command 'strat'")]
    [InlineData("docker --verbos", "there is no option '--verbos'; did you mean '--verbose'?")]
    [InlineData("--verbos", "there is no option '--verbos'")]
    [InlineData("docker --jsno api", "there is no option '--jsno'; did you mean '--json'?")]
    [InlineData("status now", "'now' is one argument too many for 'status'")]
    [InlineData("docker --timeout soon", "'soon' is not a time; write it like 90s, 2m or 1m30s")]
    [InlineData("docker --watch --keep", "--watch stays in this terminal and --keep leaves it: give one of them")]
    [InlineData("docker --if-busy panic", "--if-busy takes 'wait' or 'fail'")]
    [InlineData("logs --tail -1", "'-1' is not a number; write it like 50")]
    [InlineData("logs -n x", "'x' is not a number; write it like 50")]
    [InlineData("undo abc", "'abc' is not a number; write it like 50")]
    [InlineData("explain docker-deamon-down", "there is no fault 'docker-deamon-down'; did you mean 'docker-daemon-down'?")]
    [InlineData("troubleshoot nothing-known", "there is no fault and no family 'nothing-known'")]
    [InlineData("explain", "say which fault to explain")]
    [InlineData("-C /no/such/folder docker", "the folder '/no/such/folder' does not exist")]
    [InlineData("docker @nowhere", "")]
    public async Task Wrong_usage_ends_with_2_and_says_what_was_meant(string line, string says)
    {
        var played = await Theatre.PlayAsync(MendedRun.Whole, line);

        if (says.Length == 0)
        {
            Assert.Equal(["@nowhere"], Assert.IsType<UpOptions>(played.Runs.Asked).Services); // not a response file
            return;
        }

        Assert.Equal((2, ""), (played.ExitCode, played.Printed));
        Assert.StartsWith($"hale: {says}", played.Errors, StringComparison.Ordinal);
        Assert.Null(played.Runs.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("engine")]
    public async Task A_group_named_alone_shows_its_help_as_an_error(string line)
    {
        var played = await Theatre.PlayAsync(MendedRun.Whole, line);

        Assert.Equal((2, ""), (played.ExitCode, played.Printed));
        Assert.Contains("Commands:", played.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker api web --clean-cache --build --dry-run --timeout 1m30s --if-busy fail")]
    [InlineData("up --clean-cache --build --dry-run --timeout=90 --if-busy=fail -- api web")]
    public async Task Every_option_of_docker_arrives(string line)
    {
        var asked = Assert.IsType<UpOptions>((await Theatre.PlayAsync(MendedRun.Whole, line)).Runs.Asked);

        Assert.Equal(["api", "web"], asked.Services);
        Assert.Equal((true, true, true, TimeSpan.FromSeconds(90), WhenBusy.Fail), (asked.CleanCache, asked.Build, asked.DryRun, asked.Timeout, asked.WhenBusy));
    }

    [Fact]
    public async Task A_volume_that_was_named_is_consented_to_in_this_run_and_no_other_is()
    {
        var runs = (await Theatre.PlayAsync(MendedRun.Whole, "docker --yes --allow-data-loss data")).Runs;

        Assert.Equal(["data"], Assert.IsType<UpOptions>(runs.Asked).Expendable);
        Assert.True(await runs.Session!.Consent.AllowsAsync(new RenewVolume("data", "shop_data", "it is old"), TestContext.Current.CancellationToken));
        Assert.False(await runs.Session.Consent.AllowsAsync(new RenewVolume("cache", "shop_cache", "it is old"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("down --volumes one two")]
    [InlineData("down --volumes one --volumes two")]
    public async Task Volumes_are_removed_by_name(string line) =>
        Assert.Equal(["one", "two"], Assert.IsType<DownOptions>((await Theatre.PlayAsync(MendedRun.Whole, line)).Runs.Asked).Volumes);

    [Theory]
    [InlineData("--profile a docker --profile b -p other", "a b", "other")]
    [InlineData("docker", "", null)]
    public async Task The_project_is_read_before_and_behind_the_command(string line, string profiles, string? name)
    {
        var project = (await Theatre.PlayAsync(MendedRun.Whole, line)).Runs.Session!.Project;

        Assert.Equal((profiles, name), (string.Join(' ', project.Profiles), project.Name));
    }

    [Fact]
    public async Task The_project_is_the_nearest_folder_upward_that_holds_a_Compose_file()
    {
        var folder = Directory.CreateTempSubdirectory("hale-cli-").FullName;
        var deep = Directory.CreateDirectory(Path.Combine(folder, "src", "deep")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "compose.yaml"), "services: {}\n", TestContext.Current.CancellationToken);

        var found = await new Theatre(MendedRun.Whole) { Folder = deep }.RunAsync("docker");
        var given = await new Theatre(MendedRun.Whole) { Folder = deep }.RunAsync("docker -C ..");
        var file = await new Theatre(MendedRun.Whole) { Folder = Path.Combine(folder, "src") }.RunAsync("docker -f ../compose.yaml");

        Assert.Equal(folder, found.Runs.Session!.Project.Directory);
        Assert.Equal(folder, given.Runs.Session!.Project.Directory);
        Assert.Equal((folder, Path.Combine(folder, "compose.yaml")), (file.Runs.Session!.Project.Directory, file.Runs.Session.Project.Files.Single()));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("status --json")]
    [InlineData("certs export")]
    [InlineData("docker -C ..")]
    public async Task A_folder_that_was_removed_is_told_with_what_to_do(string line)
    {
        var played = await new Theatre(MendedRun.Whole) { Folder = null }.RunAsync(line);

        Assert.Equal(2, played.ExitCode);
        Assert.StartsWith("hale: the folder that this shell is in has been removed\n  cd ~ ", played.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain docker-daemon-down")]
    [InlineData("list")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("docker -C /")]
    public async Task What_needs_no_folder_works_where_it_was_removed(string line)
    {
        var played = await new Theatre(MendedRun.Whole) { Folder = null }.RunAsync(line);

        Assert.Equal((0, ""), (played.ExitCode, played.Errors));
    }

    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("90s", 90.0)]
    [InlineData("1.5m", 90.0)]
    [InlineData("1m30s", 90.0)]
    [InlineData("500ms", 0.5)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("5 s", null)]
    [InlineData("s", null)]
    [InlineData("", null)]
    public void A_time_is_read_as_Compose_writes_it(string text, double? seconds) => Assert.Equal(seconds, Durations.Read(text)?.TotalSeconds);
}
