using Hale.Cli.Output;
using Hale.Cli.Tests.Recorded;

namespace Hale.Cli.Tests;

/// <summary>The same recorded runs, in every form in which they are printed.</summary>
public sealed class RunOutputTests
{
    private static readonly Terminal Coloured = new() { Colour = true, Width = 100 };

    [Theory]
    [InlineData("plain", "docker")]
    [InlineData("verbose", "docker --verbose")]
    [InlineData("quiet", "docker --quiet")]
    [InlineData("json", "docker --json")]
    [InlineData("json-verbose", "docker --json --verbose")]
    public async Task A_run_is_printed_as_approved(string form, string line)
    {
        var mended = await Theatre.PlayAsync(MendedRun.Whole, line);
        var failed = await Theatre.PlayAsync(FailedRun.Whole, line);

        Assert.Equal((0, 1), (mended.ExitCode, failed.ExitCode));
        Approved.Is($"mended-{form}", Both(mended));
        Approved.Is($"failed-{form}", Both(failed));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public async Task A_run_on_a_terminal_that_cannot_draw_keeps_to_its_width(int width)
    {
        var terminal = Coloured with { Width = width };

        Approved.Is($"mended-colour-{width}", Approved.Visible((await Theatre.PlayAsync(MendedRun.Whole, "docker", terminal)).Printed));
        Approved.Is($"failed-colour-{width}", Approved.Visible((await Theatre.PlayAsync(FailedRun.Whole, "docker", terminal)).Printed));
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("docker --verbose")]
    [InlineData("docker --quiet")]
    [InlineData("docker --json --verbose")]
    [InlineData("logs")]
    [InlineData("logs --json")]
    public async Task Nothing_that_comes_from_a_container_reaches_the_terminal_raw(string line)
    {
        var played = await Theatre.PlayAsync(FailedRun.Whole, line);

        var printed = played.Printed + played.Errors;
        Assert.DoesNotContain(printed, letter => char.IsControl(letter) && letter != '\n');
        Assert.True(line.Contains("json", StringComparison.Ordinal) || !printed.Contains('\u202e', StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_people_are_told_on_the_other_output_only_what_is_wrong()
    {
        var failed = await Theatre.PlayAsync(FailedRun.Whole, "docker --json");

        Assert.All(failed.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{\"type\":\"", line, StringComparison.Ordinal));
        Assert.Contains("api failed", failed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_word_of_a_run_shouts_or_begs()
    {
        foreach (var line in (string[])["docker --verbose", "docker --dry-run", "down", "status", "health-check", "troubleshoot", "overlay", "poetry", "dokcer"])
        {
            foreach (var recording in (Recording[])[MendedRun.Whole, FailedRun.Whole])
            {
                var played = await Theatre.PlayAsync(recording, line);
                Assert.DoesNotMatch(@"(?i)!|\bplease\b|\bsorry\b|\boops\b", played.Printed + played.Errors);
            }
        }
    }

    private static string Both(Theatre played) => played.Errors.Length == 0 ? played.Printed : $"{played.Printed}--- standard error\n{played.Errors}";
}
