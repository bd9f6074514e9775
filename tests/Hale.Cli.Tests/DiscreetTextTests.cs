using Hale.Cli.Runs;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Tests;

/// <summary>What a run keeps and tells of a failed build, and of a failed health check, holds no secret.</summary>
public sealed class DiscreetTextTests
{
    [Fact]
    public void The_name_of_a_failed_build_step_has_no_secret()
    {
        var step = new BuildStep("api", "[api 2/3] RUN fetch --token=heron-over-water", Cached: false, TimeSpan.Zero, "heron-over-water") { Output = ["got heron-over-water"] };

        var told = Assert.Single(Attempts.Of(Attempts.Discreet(new Outcome([], "it failed") { FailedSteps = [step] }, Redact)).Builds);

        Assert.Equal(("RUN fetch --token=***", "***", "got ***"), (told.Instruction, told.Error, Assert.Single(told.Output)));
    }

    [Fact]
    public void What_a_health_check_printed_is_told_without_a_secret() =>
        Assert.Equal("api-1: health check exited with 1: pass=***", HealthRun.Failure("api-1", new ProbeAnswer(1, "pass=heron-over-water\n"), Redact));

    private static string Redact(string text) => text.Replace("heron-over-water", "***", StringComparison.Ordinal);
}
