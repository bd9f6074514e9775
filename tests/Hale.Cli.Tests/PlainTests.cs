using Hale.Cli.Output;
using Hale.Cli.Output.Plain;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Hale.Cli.Tests;

/// <summary>The lines of a run whose output is a file or another program.</summary>
public sealed class PlainTests
{
    [Fact]
    public async Task A_run_that_has_nothing_new_to_say_for_long_says_what_it_is_at()
    {
        var clock = new FakeTimeProvider();
        var stage = new Stage(clock);
        var output = new StringWriter();
        using var plain = new PlainTeller(stage, output, Weight.Step, clock);
        stage.Tell(new ServiceMoved(stage.Now, "api", ServicePhase.Probing, "no answer on port 8000", []));
        var telling = plain.TellAsync();

        clock.Advance(PlainTeller.LongestSilence);
        await Until(() => output.ToString().Contains("still", StringComparison.Ordinal));
        stage.Close();
        await telling;

        Assert.Equal("  15.0 s  api: still probing after 15.0 s, no answer on port 8000\n", output.ToString());
    }

    [Fact]
    public async Task A_run_without_services_on_their_way_says_which_part_of_it_goes_on()
    {
        var clock = new FakeTimeProvider();
        var stage = new Stage(clock);
        var output = new StringWriter();
        using var plain = new PlainTeller(stage, output, Weight.Step, clock);
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Mend));
        stage.Tell(new ActBegan(stage.Now, new MakeStandIn("postgres:17", "postgres", "the registry does not answer")));
        var telling = plain.TellAsync();

        clock.Advance(PlainTeller.LongestSilence);
        await Until(() => output.ToString().Length > 0);
        stage.Close();
        await telling;

        Assert.Equal("  15.0 s  still at it: mending: build a stand-in for postgres:17 from the distribution's packages\n", output.ToString());
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var tries = 0; !isSo() && tries < 500; tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
