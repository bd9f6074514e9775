using System.Text.Json.Nodes;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>The comparer finds what differs, and is quiet where nothing does.</summary>
[Collection(OneParityRun.Name)]
public sealed class ComparerTests(ParityRuns runs)
{
    /// <summary>A place in an inspect answer, and what a wrong tool would have written there.</summary>
    public static TheoryData<string, string> Seeds => new()
    {
        { "Image", "\"sha256:0000\"" },
        { "RestartCount", "1" },
        { "State/Status", "\"exited\"" },
        { "State/ExitCode", "3" },
        { "HostConfig/CapAdd", "[\"NET_ADMIN\"]" },
        { "HostConfig/RestartPolicy/Name", "\"always\"" },
        { "HostConfig/Memory", "1048576" },
        { "HostConfig/NetworkMode", "\"parity-recorded_front\"" },
        { "HostConfig/PortBindings", "{\"80/tcp\":[{\"HostIp\":\"\",\"HostPort\":\"8080\"}]}" },
        { "Mounts", "[{\"Type\":\"bind\",\"Source\":\"/srv\",\"Destination\":\"/srv\",\"RW\":true}]" },
        { "Config/Env", "[\"PATH=/bin\",\"MORE=1\"]" },
        { "Config/Hostname", "\"other\"" },
        { "Config/Healthcheck", "{\"Test\":[\"NONE\"]}" },
        { "Config/Labels/com.docker.compose.config-hash", "\"0000\"" },
        { "Config/Labels/com.docker.compose.container-number", "\"2\"" },
        { "Config/Labels/com.docker.compose.project.config_files", "\"/tmp/other.yaml\"" },
        { "NetworkSettings/Networks/parity-networks-the-back/Aliases", "[\"fixed\"]" },
        { "NetworkSettings/Networks/parity-recorded_front/IPAMConfig", "null" },
        { "NetworkSettings/Networks/parity-recorded_front/MacAddress", "\"02:42:00:00:00:01\"" },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_seeded_difference_is_found_at_its_place(string place, string value)
    {
        var seeded = Recorded();
        var parts = place.Split('/');
        parts.SkipLast(1).Aggregate((JsonNode)seeded, (node, part) => node[part]!)[parts[^1]] = JsonNode.Parse(value);

        var found = Assert.Single(Difference.Between(Normal(Recorded()), Normal(seeded)).Select(line => line.Split(':')[0]).Distinct());
        Assert.StartsWith(place.Replace("/", " / ", StringComparison.Ordinal), found, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_run_of_the_same_container_is_no_difference()
    {
        var again = Recorded();
        var id = KnownNames.Text(again["Id"]);
        again = JsonNode.Parse(again.ToJsonString()
            .Replace(id, new string('a', 64), StringComparison.Ordinal)
            .Replace(id[..12], new string('a', 12), StringComparison.Ordinal))!.AsObject();
        again["Created"] = "2031-01-01T00:00:00Z";
        again["State"]!["Pid"] = 77;
        again["NetworkSettings"]!["Networks"]!["parity-networks-the-back"]!["IPAddress"] = "172.31.0.9";

        Assert.Equal([], Difference.Between(Normal(Recorded()), Normal(again)));
    }

    [Fact]
    public async Task A_stack_that_was_made_differently_is_told_from_its_twin()
    {
        var (twin, other) = await runs.SeededAsync("plain", "services: {one: {environment: {SEEDED: '1'}}, two: {cap_add: [NET_ADMIN]}}\n");

        var places = Difference.Between(twin.Up, other.Up).Select(line => line.Split(": ")[0]).ToList();
        Assert.Contains("containers / parity-plain-one-1 / Config / Env", places);
        Assert.Contains("containers / parity-plain-two-1 / HostConfig / CapAdd", places);
        Assert.All(places, place => Assert.True(
            place.EndsWith("Env", StringComparison.Ordinal)
            || place.EndsWith("CapAdd", StringComparison.Ordinal)
            || place.EndsWith("config-hash", StringComparison.Ordinal)
            || place.EndsWith("config_files", StringComparison.Ordinal)));
    }

    private static JsonObject Recorded() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Hale.EndToEnd.Tests", "Parity", "recorded-container.json")))![0]!.AsObject();

    private static JsonObject Normal(JsonObject container)
    {
        var names = new KnownNames();
        names.Meet(new JsonArray(container.DeepClone()), []);
        return new NormalForm(names).Container(container);
    }
}
