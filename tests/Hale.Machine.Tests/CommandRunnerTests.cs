using System.Diagnostics;
using System.Globalization;
using Hale.Kernel.Commands;
using Hale.Machine.Commands;

namespace Hale.Machine.Tests;

/// <summary>Runs real programs, most of them badly behaved.</summary>
public sealed class CommandRunnerTests : IDisposable
{
    private readonly CommandRunner _runner = new(TimeProvider.System);

    public void Dispose() => _runner.Dispose();

    [Fact]
    public async Task Output_errors_and_exit_code_come_back()
    {
        var end = await RunAsync(Shell("echo out; echo err >&2; exit 7"));

        Assert.Equal((7, "out\n", "err\n"), (end.ExitCode, end.Output, end.Errors));
    }

    [Fact]
    public async Task An_argument_is_one_argument_whatever_it_holds()
    {
        string[] odd = ["a b", "$HOME", "'\"", "", "*", "a\nb"];

        var end = await RunAsync(new Command("printf", ["<%s>", .. odd]));

        Assert.Equal(string.Concat(odd.Select(one => $"<{one}>")), end.Output);
    }

    [Fact]
    public async Task Input_environment_and_folder_reach_the_program()
    {
        var end = await RunAsync(Shell("cat; pwd; echo ${GIVEN-none} ${HOME-none}") with
        {
            Input = "said\n",
            Folder = "/usr",
            Environment = new Dictionary<string, string?> { ["GIVEN"] = "yes", ["HOME"] = null },
        });

        Assert.Equal("said\n/usr\nyes none\n", end.Output);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_an_answer()
    {
        var end = await RunAsync(new Command("hale-no-such-program", []));

        Assert.Null(end.ExitCode);
        Assert.Contains("hale-no-such-program", end.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_answer()
    {
        var end = await RunAsync(new Command("true", []) { Folder = "/no/such/folder" });

        Assert.NotNull(end.Refusal);
    }

    [Fact]
    public async Task Each_line_is_told_with_its_stream()
    {
        var heard = new List<(string, bool)>();
        void Hear(string line, bool error)
        {
            lock (heard)
            {
                heard.Add((line, error));
            }
        }

        await _runner.RunAsync(Shell("printf 'one\\r\\n\\ntwo'; echo three >&2"), Hear, TestContext.Current.CancellationToken);

        Assert.Equal([("one", false), ("", false), ("two", false)], heard.Where(line => !line.Item2));
        Assert.Equal([("three", true)], heard.Where(line => line.Item2));
    }

    [Fact]
    public async Task A_program_that_spams_leaves_only_its_last_words()
    {
        var end = await RunAsync(Shell("yes spam | head -c 20000000; echo last") with { KeepsCharacters = 1000 });

        Assert.Equal(1000, end.Output.Length);
        Assert.EndsWith("spam\nlast\n", end.Output, StringComparison.Ordinal);
        Assert.True(end.Done);
    }

    [Fact]
    public async Task A_program_that_never_reads_its_input_ends_all_the_same()
    {
        var end = await RunAsync(new Command("true", []) { Input = new string('x', 5_000_000) });

        Assert.True(end.Done);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_stopped_and_what_it_said_is_kept()
    {
        var end = await RunAsync(Shell("echo before; sleep 60") with { Timeout = TimeSpan.FromMilliseconds(300) });

        Assert.Null(end.ExitCode);
        Assert.Equal("before\n", end.Output);
        Assert.Contains("0.3 s", end.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_ignores_the_gentle_signal_is_ended_by_force_after_two_seconds()
    {
        var mark = Mark();
        var began = Stopwatch.GetTimestamp();

        await RunAsync(Shell($"trap '' TERM; sleep {mark} & sleep {mark} & wait; wait") with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 2, 20);
        Assert.Equal(0, await SleepersAsync(mark));
    }

    [Fact]
    public async Task Stopping_lets_a_program_that_listens_end_in_its_own_way()
    {
        using var stop = new CancellationTokenSource();
        var file = Path.GetTempFileName();
        var began = Stopwatch.GetTimestamp();
        void Ready(string line, bool error) => stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _runner.RunAsync(Shell($"trap 'echo tidy > {file}; exit' TERM; echo ready; while :; do sleep 0.05; done"), Ready, stop.Token));

        Assert.Equal("tidy\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 15);
        File.Delete(file);
    }

    [Fact]
    public async Task A_grandchild_that_holds_the_output_open_does_not_hold_up_the_end()
    {
        var mark = Mark();
        var began = Stopwatch.GetTimestamp();

        var end = await RunAsync(Shell($"echo done; sleep {mark} &"));

        Assert.Equal((0, "done\n"), (end.ExitCode, end.Output));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 20);
        Assert.Equal(0, await SleepersAsync(mark));
    }

    [Fact]
    public async Task When_Hale_is_killed_its_commands_and_their_children_end_too()
    {
        var mark = Mark();
        using var hale = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath is { } dotnet && Path.GetFileName(dotnet) == "dotnet" ? dotnet : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Hale.Dummy.dll"), "sh", "-c", $"trap '' TERM HUP; sleep {mark} & echo ready; sleep {mark}; :"])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("ready", await hale.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.True(await SleepersAsync(mark) >= 1);

        hale.Kill();
        await hale.WaitForExitAsync(TestContext.Current.CancellationToken);

        for (var began = Stopwatch.GetTimestamp(); await SleepersAsync(mark) > 0;)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), "a child outlived Hale");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Fifty_commands_at_once_all_answer()
    {
        var ends = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => RunAsync(Shell($"sleep 0.1; echo {number}"))));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}\n"), ends.Select(end => end.Output));
    }

    private static Command Shell(string script) => new("sh", ["-c", script]);

    // A length of sleep that no other test uses, so that its processes can be counted.
    private static string Mark() => string.Create(CultureInfo.InvariantCulture, $"{Random.Shared.Next(100_000, 900_000)}.5");

    private Task<CommandEnd> RunAsync(Command command) => _runner.RunAsync(command, null, TestContext.Current.CancellationToken);

    private async Task<int> SleepersAsync(string mark)
    {
        var all = await RunAsync(new Command("ps", ["-eo", "args"]));
        return all.Output.Split('\n').Count(line => line.Trim() == $"sleep {mark}");
    }
}
