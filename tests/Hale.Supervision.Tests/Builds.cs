using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using static Hale.Supervision.Tests.Fakes.Theatre;

namespace Hale.Supervision.Tests;

/// <summary>What happens beside, and after, the builds.</summary>
public sealed class Builds
{
    [Fact]
    public async Task What_needs_no_build_starts_while_the_rest_builds()
    {
        var theatre = new Theatre(A("db"), Built("api", Started("db")), A("proxy", Started("api")));
        theatre.Composer.Build = async (_, _) =>
        {
            await theatre.PassAsync(TimeSpan.FromSeconds(5));
            Assert.Equal(["db"], theatre.Engine.CallsOf("start"));
            return new ComposeAnswer(0, []);
        };

        Assert.True((await theatre.UpAsync(theatre.Plan() with { Build = ["api"] })).Healthy);
        Assert.Equal(["build api", "create db", "create everything"], theatre.Composer.Calls);
    }

    [Fact]
    public async Task A_failed_build_leaves_the_unaffected_running_and_tells_the_others_why()
    {
        var theatre = new Theatre(A("db"), Built("api"), Built("worker"), A("proxy", Started("api")));
        theatre.Composer.Build = (step, _) =>
        {
            step(new BuildStep("api", "[api 2/3] RUN false", false, TimeSpan.Zero, "exit code: 1"));
            return Task.FromResult(new ComposeAnswer(17, ["exit code: 1"]));
        };

        var outcome = await theatre.UpAsync(theatre.Plan() with { Build = ["api", "worker"] });

        Assert.Equal("an image could not be built", outcome.Refusal);
        Assert.Equal(["exit code: 1"], outcome.RefusalSeen);
        Assert.Equal(ServicePhase.Ready, BringupOrder.Of(outcome, "db").Phase);
        Assert.Equal("was not created: its image could not be built", BringupOrder.Of(outcome, "api").Says);
        Assert.Equal("was not created: the image of 'api' could not be built", BringupOrder.Of(outcome, "proxy").Says);
    }

    [Fact]
    public async Task A_create_that_Compose_refuses_is_everybodys_reason()
    {
        var theatre = new Theatre(A("db"));
        theatre.Composer.Make = _ => [];
        theatre.Composer.Create = () => Task.FromResult(new ComposeAnswer(1, ["no such network"]));

        var outcome = await theatre.UpAsync();

        Assert.False(outcome.Healthy);
        Assert.Equal(["no such network"], outcome.RefusalSeen);
        Assert.Contains("Compose could not create", outcome.Services[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_ends_everything_that_runs()
    {
        var theatre = new Theatre(Built("api"), A("db"), A("web", Healthy("api")));
        using var interrupt = new CancellationTokenSource();
        theatre.Composer.Build = async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new ComposeAnswer(0, []);
        };

        var run = theatre.UpUntilAsync(theatre.Plan() with { Build = ["api"] }, interrupt.Token);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_mistake_in_one_service_ends_the_run_and_leaves_nobody_waiting()
    {
        var theatre = new Theatre(A("db"), A("web", Healthy("db")));
        theatre.Engine.FailInspect = id => id == "db" && theatre.Engine.CallsOf("start").Any() ? new InvalidOperationException("a mistake") : null;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => theatre.UpAsync(theatre.Plan()));

        Assert.Equal("a mistake", failure.Message);
    }
}
