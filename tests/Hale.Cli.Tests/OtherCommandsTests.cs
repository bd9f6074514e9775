using Hale.Cli.Commands;
using Hale.Cli.Output;
using Hale.Cli.Runs;
using Hale.Cli.Tests.Recorded;
using Hale.Faults;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Cli.Tests;

/// <summary>What the other commands print, and with which code they end.</summary>
public sealed class OtherCommandsTests
{
    [Theory]
    [InlineData("down", 0)]
    [InlineData("status", 1)]
    [InlineData("status --json", 1)]
    [InlineData("health-check", 1)]
    [InlineData("health-check --json", 1)]
    [InlineData("troubleshoot", 1)]
    [InlineData("logs", 0)]
    [InlineData("overlay", 0)]
    [InlineData("overlay --json", 0)]
    [InlineData("keeper status", 0)]
    [InlineData("keeper stop", 0)]
    [InlineData("engine status", 0)]
    [InlineData("engine stop", 0)]
    [InlineData("poetry", 2)]
    [InlineData("certs", 0)]
    [InlineData("certs --json", 0)]
    [InlineData("certs trust", 1)]
    [InlineData("certs trust --yes", 0)]
    [InlineData("certs untrust --yes", 0)]
    [InlineData("certs export", 0)]
    [InlineData("db status", 1)]
    [InlineData("db status --json", 1)]
    [InlineData("db snapshot", 0)]
    [InlineData("db snapshot db --name before-upgrade", 0)]
    [InlineData("db restore before-upgrade", 1)]
    [InlineData("db restore before-upgrade --allow-data-loss other", 1)]
    [InlineData("db restore before-upgrade --allow-data-loss db", 0)]
    [InlineData("db restore before-upgrade --dry-run", 0)]
    [InlineData("db init", 0)]
    [InlineData("db init --dry-run", 0)]
    [InlineData("db seed", 1)]
    [InlineData("db seed --sned", 2)]
    [InlineData("ports", 1)]
    [InlineData("ports --json", 1)]
    [InlineData("list", 0)]
    [InlineData("list --json", 0)]
    [InlineData("env check", 1)]
    [InlineData("env check --json", 1)]
    [InlineData("env diff --all", 1)]
    [InlineData("env diff --json", 1)]
    [InlineData("env set PORT=8001 --generate SECRET_KEY", 0)]
    [InlineData("env set PORT=many", 2)]
    [InlineData("env set 1A=x", 2)]
    [InlineData("env set", 2)]
    [InlineData("env set PORT=1 PORT=2", 2)]
    public async Task A_command_prints_and_ends_as_approved(string line, int code)
    {
        var played = await Theatre.PlayAsync(MendedRun.Whole, line);

        Assert.Equal(code, played.ExitCode);
        var shown = line is "troubleshoot" ? played.Printed.Replace($"{Catalogue.All.Count} faults", "N faults", StringComparison.Ordinal) : played.Printed;
        Approved.Is($"command-{line.Replace(" ", "-", StringComparison.Ordinal).Replace("--", "-", StringComparison.Ordinal)}", shown + played.Errors);
    }

    [Fact]
    public async Task A_certificate_that_is_due_is_told_with_1()
    {
        var played = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Certificates = RecordedCertificates.NotYet } }.RunAsync("certs");

        Assert.Equal(1, played.ExitCode);
        Assert.Contains("there is none yet; `hale docker` sees to it", played.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_certificate_of_which_nothing_can_be_told_ends_with_the_code_of_its_reason(int code)
    {
        var why = new Problem("mounts names the service 'nosuch', which there is not") { File = "compose.yaml", Line = 5, Verdict = (Verdict)code };
        var unknown = RecordedCertificates.Mounted with { Unknown = why };
        var people = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Certificates = unknown } }.RunAsync("certs");
        var programs = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Certificates = unknown } }.RunAsync("certs --json");

        Assert.Equal((code, code), (people.ExitCode, programs.ExitCode));
        Assert.Contains("authority.pem", people.Printed, StringComparison.Ordinal);
        Assert.Equal("hale: compose.yaml:5: mounts names the service 'nosuch', which there is not\n", people.Errors);
        Assert.Contains("\n{\"type\":\"problem\"", programs.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_goes_to_the_folder_named_and_forces_only_when_told()
    {
        var named = await Theatre.PlayAsync(MendedRun.Whole, "certs export web/certs --force");
        var here = await Theatre.PlayAsync(MendedRun.Whole, "certs export");

        Assert.Equal((Path.GetFullPath("web/certs", Path.GetTempPath()), true), named.Runs.Asked);
        Assert.Equal((Path.GetFullPath("certificates", Path.GetTempPath()), false), here.Runs.Asked);
    }

    [Fact]
    public async Task The_overlay_is_gone_after_it_was_cleared()
    {
        var played = await Theatre.PlayAsync(MendedRun.Whole, "overlay --clear");

        Assert.True(played.Runs.OverlayLines.Now.IsEmpty);
        Assert.Contains("dropped 2 settings", played.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Troubleshooting_a_family_asks_for_its_faults_and_no_other()
    {
        var family = Families.Of(Catalogue.All[0]);

        var played = await Theatre.PlayAsync(MendedRun.Whole, $"troubleshoot {family}");

        var asked = Assert.IsAssignableFrom<IReadOnlyList<Fault>>(played.Runs.Asked);
        Assert.NotEmpty(asked);
        Assert.All(asked, fault => Assert.Equal(family, Families.Of(fault)));
    }

    [Fact]
    public async Task Every_fault_is_listed_and_explained()
    {
        var list = await Theatre.PlayAsync(MendedRun.Whole, "explain --list");
        foreach (var fault in Catalogue.All)
        {
            Assert.Contains(fault.Id, list.Printed, StringComparison.Ordinal);
            var page = await Theatre.PlayAsync(MendedRun.Whole, $"explain {fault.Id}");
            Assert.Equal((0, FaultPage.Whole(fault)), (page.ExitCode, page.Printed));
        }
    }

    [Fact]
    public async Task A_problem_tells_the_place_and_what_to_do_and_is_a_record_too()
    {
        var problem = new Problem("there is no service 'nowhere'") { File = "compose.yaml", Line = 3, Seen = ["did \u001b[2Jfind: api"], Advice = ["hale status"] };
        var played = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Throws = new ProblemException(problem) } }.RunAsync("docker --json");

        Assert.Equal(2, played.ExitCode);
        Assert.Equal("hale: compose.yaml:3: there is no service 'nowhere'\n  | did find: api\n  hale status\n", played.Errors);
        Assert.Contains("\"type\":\"problem\"", Assert.Single(played.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_goes_away_is_one_sentence_and_3()
    {
        var played = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Throws = new EngineException("connection refused") } }.RunAsync("docker");

        Assert.Equal(3, played.ExitCode);
        Assert.Equal("hale: the engine did not answer: connection refused\n  hale troubleshoot\n", played.Errors);
    }

    [Theory]
    [InlineData(null, "not kept; `hale docker --keep` leaves a keeper with it")]
    [InlineData(944, "not kept: the keeper (process 944) is gone and did not say why; `hale docker --keep` starts another")]
    public async Task Status_tells_that_there_is_no_keeper(int? lost, string says)
    {
        var nobody = new KeeperReport { Lost = lost, Log = "keeper.log" };
        var people = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Seat = nobody } }.RunAsync("status");
        var programs = await new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Seat = nobody } }.RunAsync("status --json");

        Assert.Contains(says, people.Printed, StringComparison.Ordinal);
        Assert.Contains("{\"type\":\"keeper\",\"running\":false", programs.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keeper_is_left_behind_only_when_it_is_asked_for_and_the_stack_is_healthy()
    {
        var kept = await Theatre.PlayAsync(MendedRun.Whole, "docker api --keep --timeout 90s");
        var notAsked = await Theatre.PlayAsync(MendedRun.Whole, "docker");
        var dry = await Theatre.PlayAsync(MendedRun.Whole, "docker --keep --dry-run");
        var failed = await Theatre.PlayAsync(FailedRun.Whole, "docker --keep");

        Assert.Equal("api", Assert.Single(kept.Runs.Kept!.Services));
        Assert.Equal(TimeSpan.FromSeconds(90), kept.Runs.Kept.Timeout);
        Assert.Contains("kept from now on by process 944; its log is /srv/notes/.hale/keeper.log; `hale keeper stop` ends it", kept.Printed, StringComparison.Ordinal);
        Assert.All((Theatre[])[notAsked, dry, failed], played => Assert.Null(played.Runs.Kept));
    }

    [Fact]
    public async Task An_interruption_ends_with_130()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var played = await new Theatre(MendedRun.Whole) { Stop = stop.Token, Runs = new RecordedRuns(MendedRun.Whole) { Throws = new OperationCanceledException() } }.RunAsync("docker");

        Assert.Equal(130, played.ExitCode);
    }
}
