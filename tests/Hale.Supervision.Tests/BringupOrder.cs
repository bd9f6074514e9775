using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using static Hale.Supervision.Tests.Fakes.Theatre;

namespace Hale.Supervision.Tests;

/// <summary>Who starts when, and what stands in whose way.</summary>
public sealed class BringupOrder
{
    [Fact]
    public async Task A_service_starts_once_what_it_waits_for_is_healthy()
    {
        var theatre = new Theatre(A("web", Healthy("db")), A("db"));
        var tries = 0;
        theatre.Composer.Make = name => [new FakeContainer(name) { HealthCommand = "ask", OnProbe = () => name == "db" && ++tries < 3 ? Fail : Pass }];

        var outcome = await theatre.UpAsync();

        Assert.True(outcome.Healthy);
        Assert.Equal(["db", "web"], theatre.Engine.CallsOf("start"));
        var calls = theatre.Engine.Calls.ToList();
        Assert.True(calls.IndexOf("start web") > calls.LastIndexOf("probe db"));
        Assert.Equal(["db"], outcome.Services.Single(service => service.Service == "web").WaitedFor);
    }

    [Fact]
    public async Task A_service_that_waits_for_a_start_does_not_wait_for_health()
    {
        var theatre = new Theatre(A("web", Started("db")), A("db"));
        theatre.Composer.Make = name =>
        [
            name == "db"
                ? new FakeContainer(name) { HealthCommand = "ask", OnProbe = () => theatre.Engine.CallsOf("start").Contains("web") ? Pass : Fail }
                : new FakeContainer(name),
        ];

        Assert.True((await theatre.UpAsync()).Healthy);
    }

    [Fact]
    public async Task A_dependency_that_is_not_required_may_fail()
    {
        var theatre = new Theatre(A("web", Healthy("extra") with { Required = false }), A("extra"));
        theatre.Composer.Make = name => [new FakeContainer(name) { OnStart = made => FailWhen(theatre, made, name == "extra", 1) }];

        var outcome = await theatre.UpAsync();

        Assert.Equal(ServicePhase.Ready, Of(outcome, "web").Phase);
        Assert.Equal(ServicePhase.Failed, Of(outcome, "extra").Phase);
    }

    [Fact]
    public async Task A_one_shot_that_exits_with_3_fails_and_who_waits_for_it_says_so()
    {
        var theatre = new Theatre(A("api", Done("migrate")), A("migrate"));
        theatre.Composer.Make = name => [new FakeContainer(name) { OnStart = made => FailWhen(theatre, made, name == "migrate", 3) }];

        var outcome = await theatre.UpAsync();

        Assert.Equal("exited with 3", Of(outcome, "migrate").Says);
        Assert.Equal(["last words of migrate"], Of(outcome, "migrate").Tail);
        Assert.Contains("'migrate'", Of(outcome, "api").Says, StringComparison.Ordinal);
        Assert.DoesNotContain("api", theatre.Engine.CallsOf("start"));
    }

    [Fact]
    public async Task A_one_shot_that_exits_with_0_lets_the_others_go_on()
    {
        var theatre = new Theatre(A("api", Done("migrate")), A("migrate"));
        theatre.Composer.Make = name => [new FakeContainer(name) { OnStart = made => FailWhen(theatre, made, name == "migrate", 0) }];

        var outcome = await theatre.UpAsync();

        Assert.True(outcome.Healthy);
        Assert.Equal(ServicePhase.Completed, Of(outcome, "migrate").Phase);
    }

    [Fact]
    public async Task What_ends_because_what_it_needs_was_down_is_started_too()
    {
        var theatre = new Theatre(A("web", Started("api")), A("api", Started("db")), A("db"));
        var web = theatre.Engine.Add(new FakeContainer("web") { State = ContainerState.Running, StartedAt = theatre.Clock.GetUtcNow(), HealthCommand = "ask", OnProbe = () => Pass, Health = HealthVerdict.Healthy });
        theatre.Engine.Add(new FakeContainer("api") { State = ContainerState.Running, StartedAt = theatre.Clock.GetUtcNow() });
        theatre.Engine.Add(new FakeContainer("db") { State = ContainerState.Exited, ExitCode = 137, OnStart = _ => theatre.Engine.Move(web, ContainerState.Exited, 2) });

        var outcome = await theatre.UpAsync(theatre.Plan() with { Create = false });

        Assert.True(outcome.Healthy);
        Assert.Equal(["db", "web"], theatre.Engine.CallsOf("start"));
        Assert.False(Of(outcome, "api").StartedNow);
    }

    [Fact]
    public async Task Who_fails_while_what_it_needs_has_failed_is_not_waited_for()
    {
        var theatre = new Theatre(A("web", Started("api")), A("api"));
        theatre.Composer.Make = name =>
        [
            name == "api"
                ? new FakeContainer(name) { OnStart = made => theatre.Engine.Move(made, ContainerState.Exited, 1) }
                : new FakeContainer(name) { HealthCommand = "ask", OnProbe = () => Fail },
        ];

        var outcome = await theatre.UpAsync();

        Assert.Contains("and 'api', which it needs, failed", Of(outcome, "web").Says, StringComparison.Ordinal);
        Assert.InRange(theatre.Now, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_one_shot_that_did_its_work_is_not_run_again()
    {
        var theatre = new Theatre(A("api", Done("migrate")), A("migrate"));
        theatre.Engine.Add(new FakeContainer("migrate") { State = ContainerState.Exited });

        Assert.True((await theatre.UpAsync()).Healthy);
        Assert.Equal(["api"], theatre.Engine.CallsOf("start"));
    }

    [Fact]
    public async Task A_dependent_that_asks_for_it_restarts_when_the_other_was_made_anew()
    {
        var theatre = new Theatre(A("web", Started("db") with { Restart = true }), A("db"));
        theatre.Engine.Add(new FakeContainer("web")
        {
            State = ContainerState.Running,
            OnSignal = (container, _) => theatre.Engine.Move(container, ContainerState.Exited),
        });

        Assert.True((await theatre.UpAsync()).Healthy);
        Assert.Equal(["db", "web"], theatre.Engine.CallsOf("start"));
        Assert.Equal(["web SIGTERM"], theatre.Engine.CallsOf("signal"));
    }

    [Fact]
    public async Task A_refusal_of_the_engine_is_the_outcome_of_that_service_alone()
    {
        var theatre = new Theatre(A("web"), A("db"));
        theatre.Engine.RefuseStart = id => id == "web" ? new EngineException("port is already allocated") : null;

        var outcome = await theatre.UpAsync();

        Assert.Equal((ServicePhase.Failed, "port is already allocated"), (Of(outcome, "web").Phase, Of(outcome, "web").Says));
        Assert.Equal(ServicePhase.Ready, Of(outcome, "db").Phase);
    }

    [Fact]
    public async Task A_service_for_which_no_container_was_made_fails_and_hangs_nobody()
    {
        var theatre = new Theatre(A("web", Started("db")), A("db"));
        theatre.Composer.Make = name => name == "db" ? [] : [new FakeContainer(name)];

        var outcome = await theatre.UpAsync();

        Assert.Equal("Compose made no container for it", Of(outcome, "db").Says);
        Assert.Equal(ServicePhase.Waiting, Of(outcome, "web").Phase);
    }

    [Fact]
    public async Task A_fresh_container_starts_while_Compose_still_creates_others()
    {
        var theatre = new Theatre(A("db"), A("web"));
        var db = new TaskCompletionSource();
        theatre.Composer.Make = name => [new FakeContainer(name) { OnStart = _ => db.TrySetResult() }];
        theatre.Composer.Create = async () =>
        {
            await db.Task.WaitAsync(TimeSpan.FromSeconds(10));
            return new ComposeAnswer(0, []);
        };

        Assert.True((await theatre.UpAsync()).Healthy);
    }

    [Fact]
    public async Task A_container_made_in_the_place_of_an_old_one_waits_for_Composes_end()
    {
        var theatre = new Theatre(A("db"));
        var old = new Container { Id = "old", Name = "old", Service = "db" };
        theatre.Composer.Create = async () =>
        {
            await theatre.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Empty(theatre.Engine.CallsOf("start"));
            return new ComposeAnswer(0, []);
        };

        Assert.True((await theatre.UpAsync(theatre.Plan() with { Existing = [old] })).Healthy);
    }

    [Fact]
    public async Task A_hundred_services_cost_one_list_for_their_ports_and_one_inspect_more_than_their_starts()
    {
        var theatre = new Theatre([.. Enumerable.Range(1, 100).Select(number => A($"s{number}") with { Ports = [new PublishedPort(80, null, null, "tcp")] })]);
        theatre.Composer.Make = name => [new FakeContainer(name) { OnStart = made => made.Listens.Add(80) }];

        var outcome = await theatre.UpAsync();

        Assert.True(outcome.Healthy);
        Assert.All(outcome.Services, service => Assert.Single(service.Ports));
        Assert.Equal(2, theatre.Engine.CallsOf("list").Count());
        Assert.InRange(theatre.Engine.Calls.Count, 300, 520);
    }

    [Fact]
    public async Task A_slow_engine_is_given_no_more_than_eight_starts_at_once()
    {
        var theatre = new Theatre([.. Enumerable.Range(1, 30).Select(number => A($"s{number}"))]);
        theatre.Engine.StartTakes = TimeSpan.FromSeconds(5);

        Assert.True((await theatre.UpAsync()).Healthy);
        Assert.Equal(8, theatre.Engine.MostStartsAtOnce);
    }

    internal static ServiceOutcome Of(Outcome outcome, string service) => outcome.Services.Single(one => one.Service == service);

    private static void FailWhen(Theatre theatre, FakeContainer container, bool ends, int exitCode)
    {
        if (ends)
        {
            theatre.Engine.Move(container, ContainerState.Exited, exitCode);
        }
    }
}
