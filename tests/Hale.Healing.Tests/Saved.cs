using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Healing.Tests;

/// <summary>Evidence as a file.</summary>
public sealed class Saved
{
    private static readonly Redaction Clean = new(["hunter22", "abc"]);

    [Fact]
    public void Evidence_that_was_saved_is_read_as_it_was()
    {
        var container = new SeenContainer { Name = "a-api-1", Service = "api", State = ContainerState.Exited, ExitCode = 3, Log = ["Error: no", "at \"x\""] };
        var evidence = new Evidence { Containers = Reading.Of(new ContainerFacts([container])), Engine = Reading.Blind<EngineFacts>("no answer") };

        var again = EvidenceJson.Read(EvidenceJson.Write(evidence, text => text));

        var seen = Assert.Single(again.Containers.Known!.Containers);
        Assert.Equal((container.Name, container.State, container.ExitCode), (seen.Name, seen.State, seen.ExitCode));
        Assert.Equal(container.Log, seen.Log);
        Assert.Equal("no answer", again.Engine.Unknown);
        Assert.Null(again.Model.Known);
        Assert.Null(again.Model.Unknown);
    }

    [Fact]
    public void A_file_without_any_reading_is_no_evidence() => Assert.Throws<System.Text.Json.JsonException>(() => EvidenceJson.Read("{}"));

    [Fact]
    public void Secrets_are_taken_out_of_every_text()
    {
        var container = new SeenContainer
        {
            Name = "a-api-1",
            Service = "api",
            Log = ["using hunter22", "postgres://app:s3cret@db/app", "DB_PASSWORD=opensesame next", "\"token\": \"abcdef\""],
        };

        var text = EvidenceJson.Write(new Evidence { Containers = Reading.Of(new ContainerFacts([container])) }, Clean.Of);

        Assert.All(["hunter22", "s3cret", "opensesame", "abcdef"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("postgres://app:***@db/app", text, StringComparison.Ordinal);
        Assert.Contains("DB_PASSWORD=*** next", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_short_to_be_told_from_other_words_stays() => Assert.Equal("the abc of it", Clean.Of("the abc of it"));

    [Fact]
    public void Advice_shows_where_a_new_secret_belongs() =>
        Assert.Equal("in .env: POSTGRES_PASSWORD=<a password> in place of ***", Clean.Known("in .env: POSTGRES_PASSWORD=<a password> in place of hunter22"));
}
