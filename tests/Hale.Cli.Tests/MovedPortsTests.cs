using Hale.Cli.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Tests;

/// <summary>What <c>--keep-ports</c> leaves out of the overlay, and what stays in it.</summary>
public sealed class MovedPortsTests
{
    [Fact]
    public void What_moved_a_port_and_what_tells_of_it_is_left_out_and_the_rest_stays()
    {
        var overlay = new Overlay
        {
            Lines =
            [
                Line("api", "port-host-process", "ports"),
                Line("api", "port-host-process", "labels", "hale.port.8000"),
                Line("api", "tls-inspected-run", "environment", "SSL_CERT_FILE"),
                Line("edge", "rootless-privileged-port", "ports"),
                Line("web", "port-moved-in-variable", "environment", "API_URL"),
                Line("web", "app-wrong-target-port", "ports"),
            ],
        };

        Assert.Equal(
            ["api ports", "api labels hale.port.8000", "edge ports", "web environment API_URL"],
            MovedPorts.In(overlay).Select(line => $"{line.Service} {string.Join(' ', line.Path)}"));
    }

    private static OverlayLine Line(string service, string fault, params IReadOnlyList<string> path) =>
        new() { Service = service, Path = path, Values = ["x"], Because = "it was found", Fault = fault };
}
