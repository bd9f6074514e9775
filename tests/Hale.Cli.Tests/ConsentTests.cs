using Hale.Cli.Output;
using Hale.Cli.Shows;
using Hale.Kernel.Faults;

namespace Hale.Cli.Tests;

/// <summary>Who is asked before what, and what counts as yes.</summary>
public sealed class ConsentTests
{
    private static readonly Act Install = new InstallPackages(["docker.io"], new PackageSource(PackageSourceKind.Distribution), "no Docker command line is installed");

    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("", false)]
    [InlineData("n", false)]
    [InlineData("yep", false)]
    [InlineData(null, false)]
    public async Task Only_yes_is_yes(string? answer, bool allowed)
    {
        var page = new StringWriter();

        Assert.Equal(allowed, await Prompt(page, answers: [answer]).AllowsAsync(Install, TestContext.Current.CancellationToken));
        Approved.Is("consent", page.ToString());
    }

    [Fact]
    public async Task An_act_is_asked_about_once()
    {
        var prompt = Prompt(new StringWriter(), answers: ["y"]);

        Assert.True(await prompt.AllowsAsync(Install, TestContext.Current.CancellationToken));
        Assert.True(await prompt.AllowsAsync(Install, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_there_means_no() =>
        Assert.False(await new ConsolePrompt(new Page(TextWriter.Null, Terminal.Pipe), yes: false, null, Free).AllowsAsync(Install, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_flag_consents_to_what_changes_the_machine_or_a_file_and_never_to_what_could_lose_data()
    {
        var prompt = Prompt(new StringWriter(), yes: true, answers: []);

        Assert.True(await prompt.AllowsAsync(Install, TestContext.Current.CancellationToken));
        Assert.True(await prompt.AllowsAsync(new Touching(Risk.Edit), TestContext.Current.CancellationToken));
        Assert.False(await prompt.AllowsAsync(new Touching(Risk.Data), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("data", true)]
    [InlineData("shop_data", true)]
    [InlineData("other", false)]
    public async Task What_could_lose_the_data_of_a_volume_is_allowed_where_that_volume_was_named_and_is_never_asked(string named, bool allowed)
    {
        var prompt = new ConsolePrompt(new Page(TextWriter.Null, Terminal.Pipe), yes: true, _ => throw new InvalidOperationException("nobody expected a question"), Free) { Expendable = [named] };

        Assert.Equal(allowed, await prompt.AllowsAsync(new KeepVolume("data", "shop_data", "it is old"), TestContext.Current.CancellationToken));
        Assert.Equal(allowed, await prompt.AllowsAsync(new RenewVolume("data", "shop_data", "it is old"), TestContext.Current.CancellationToken));
        Assert.False(await prompt.AllowsAsync(new Touching(Risk.Data), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("db", true)]
    [InlineData("other", false)]
    public async Task A_database_is_replaced_where_its_service_was_named_and_is_never_asked(string named, bool allowed)
    {
        var prompt = new ConsolePrompt(new Page(TextWriter.Null, Terminal.Pipe), yes: true, _ => throw new InvalidOperationException("nobody expected a question"), Free) { Expendable = [named] };

        Assert.Equal(allowed, await prompt.AllowsAsync(new RestoreDatabase("db", "kept", ["notes"], "it is asked for"), TestContext.Current.CancellationToken));
    }

    private static ConsolePrompt Prompt(StringWriter page, string?[] answers, bool yes = false)
    {
        var left = new Queue<string?>(answers);
        return new ConsolePrompt(new Page(page, Terminal.Pipe), yes, _ => Task.FromResult(left.Dequeue()), Free);
    }

    private static Release Free() => new(() => { });

    private sealed record Touching(Risk Risk) : Act("a test asks", Risk)
    {
        public override string Says => "touch something";
    }
}
