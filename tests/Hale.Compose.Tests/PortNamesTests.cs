using Hale.Compose.Models;
using Hale.Compose.Overlays;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

public sealed class PortNamesTests
{
    [Theory]
    [InlineData("http://localhost:8080/api", "http://localhost:8081/api")]
    [InlineData("ws://127.0.0.1:8080,http://[::1]:8080", "ws://127.0.0.1:8081,http://[::1]:8081")]
    [InlineData("https://shop.localhost:8080", "https://shop.localhost:8081")]
    [InlineData("host.docker.internal:8080", "host.docker.internal:8081")]
    [InlineData("http://localhost:80801", "http://localhost:80801")]
    [InlineData("http://localhost:18080", "http://localhost:18080")]
    [InlineData("http://api:8080", "http://api:8080")]
    [InlineData("http://notlocalhost:8080", "http://notlocalhost:8080")]
    [InlineData("8080", "8080")]
    public async Task Only_that_port_of_this_machine_is_replaced(string value, string expected)
    {
        var hand = new PortHand(new OneModel(), new OneSetting(value), text => text);

        var receipt = await hand.DoAsync(new TellPort("web", "API_URL", IsArgument: false, new MovedPort(8080, 8081), "it moved"), _ => { }, TestContext.Current.CancellationToken);

        var line = Assert.Single(receipt.Overlay);
        Assert.Equal(["environment", "API_URL"], line.Path);
        Assert.Equal([expected], line.Values);
    }

    [Theory]
    [InlineData("postgres://app:zebra@localhost:8080/app")]
    [InlineData("http://localhost:8080/?token=zebra")]
    public async Task A_value_with_a_secret_in_it_is_not_written_down(string value)
    {
        var hand = new PortHand(new OneModel(), new OneSetting(value), text => text.Replace("token=zebra", "token=***", StringComparison.Ordinal));

        var receipt = await hand.DoAsync(new TellPort("web", "API_URL", IsArgument: false, new MovedPort(8080, 8081), "it moved"), _ => { }, TestContext.Current.CancellationToken);

        Assert.False(receipt.Done);
        Assert.True(receipt.OnlyWarns);
        Assert.DoesNotContain("zebra", receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_is_moved_where_it_is_published_and_the_others_stay()
    {
        var hand = new PortHand(new OneModel(), new OneSetting(null), text => text);

        var receipt = await hand.DoAsync(new MovePort("web", new MovedPort(8080, 8081), "it is held"), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(["8081:80/tcp", "[::1]:8081:80/tcp", "8443:443/tcp", "8080:80/udp", "9000/tcp"], receipt.Overlay[0].Values);
        Assert.Equal(["labels", "hale.port.8080"], receipt.Overlay[1].Path);
        Assert.Equal(["8081"], receipt.Overlay[1].Values);
    }

    [Fact]
    public async Task A_port_that_moves_once_more_is_told_for_each_port_that_it_had_before()
    {
        var hand = new PortHand(new OneModel(new MovedPort(8000, 8080), new MovedPort(8400, 8443)), new OneSetting(null), text => text);

        var receipt = await hand.DoAsync(new MovePort("web", new MovedPort(8443, 8444), "it is held"), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(["hale.port.8400: 8444", "hale.port.8443: 8444"], LabelsOf(receipt));
    }

    [Fact]
    public async Task A_port_that_stays_for_another_protocol_is_told_as_before()
    {
        var hand = new PortHand(new OneModel(new MovedPort(8000, 8080)), new OneSetting(null), text => text);

        var receipt = await hand.DoAsync(new MovePort("web", new MovedPort(8080, 8082), "it is held") { Protocol = "udp" }, _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(["hale.port.8080: 8082"], LabelsOf(receipt));
    }

    [Fact]
    public async Task A_port_of_UDP_is_moved_and_the_same_one_of_TCP_stays()
    {
        var hand = new PortHand(new OneModel(), new OneSetting(null), text => text);

        var receipt = await hand.DoAsync(new MovePort("web", new MovedPort(8080, 8081), "it is held") { Protocol = "udp" }, _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(["8080:80/tcp", "[::1]:8080:80/tcp", "8443:443/tcp", "8081:80/udp", "9000/tcp"], receipt.Overlay[0].Values);
    }

    [Fact]
    public void The_model_tells_which_ports_are_named_and_which_have_moved()
    {
        var stack = StackReader.Read(
            """
            {"name": "shop", "services": {"web": {"image": "a", "labels": {"hale.port.8080": "8081", "hale.port.x": "1"},
              "environment": {"API_URL": "http://localhost:8000", "OTHER": "http://api:8000", "NONE": null, "CACHE_URL": "redis://:zebra@localhost:6379/0"},
              "build": {"context": "/srv/shop", "args": {"VITE_API": "http://127.0.0.1:8000/v1"}}, "networks": {"inner": null}}}}
            """);

        var web = Assert.Single(stack.Services);
        Assert.Equal([new NamedPort("API_URL", 8000, false), new NamedPort("CACHE_URL", 6379, false) { HoldsPassword = true }, new NamedPort("VITE_API", 8000, true)], web.NamedPorts);
        Assert.Equal([new MovedPort(8080, 8081)], web.MovedPorts);
        Assert.Equal(["inner"], web.Networks);
    }

    private static IEnumerable<string> LabelsOf(Receipt receipt) =>
        receipt.Overlay.Where(line => line.Path[0] == "labels").Select(line => $"{line.Path[1]}: {line.Values[0]}");

    private sealed class OneSetting(string? value) : IServiceEnvironment
    {
        public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> EnvironmentAsync(CancellationToken stop) =>
            Task.FromResult<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?>(null);

        public Task<string?> SettingAsync(string service, IReadOnlyList<string> path, CancellationToken stop) => Task.FromResult(value);
    }

    private sealed class OneModel(params IReadOnlyList<MovedPort> moved) : IComposer
    {
        private static readonly Service Web = new()
        {
            Name = "web",
            Image = "a",
            Ports =
            [
                new PublishedPort(80, 8080, null, "tcp"), new PublishedPort(80, 8080, "::1", "tcp"), new PublishedPort(443, 8443, null, "tcp"),
                new PublishedPort(80, 8080, null, "udp"), new PublishedPort(9000, null, null, "tcp"),
            ],
        };

        public Task<ModelAnswer> ResolveAsync(CancellationToken stop) => Task.FromResult(new ModelAnswer(new Stack { Name = "shop", Services = [Web with { MovedPorts = moved }] }, null, FromCache: true));

        public Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop) => throw new NotSupportedException();

        public Task<ComposeAnswer> BuildAsync(IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop) => throw new NotSupportedException();

        public Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop) => throw new NotSupportedException();

        public Task<ComposeAnswer> StartAsync(string service, CancellationToken stop) => throw new NotSupportedException();

        public Task<ComposeAnswer> StopAsync(string service, CancellationToken stop) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop) => throw new NotSupportedException();
    }
}
