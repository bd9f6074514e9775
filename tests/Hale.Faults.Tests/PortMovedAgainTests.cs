using Hale.Faults.Port;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Tests;

/// <summary>What is told of one port says nothing of another: the healing loop takes findings with one subject for the same.</summary>
public sealed class PortMovedAgainTests
{
    [Fact]
    public void A_port_that_moved_once_more_after_the_variable_was_told_is_another_finding()
    {
        var first = Assert.Single(Seen([18931], new MovedPort(18931, 18932)));

        var second = Assert.Single(Seen([18932], new MovedPort(18931, 18934), new MovedPort(18932, 18934)));

        Assert.NotEqual(first.Subject, second.Subject);
        Assert.Equal(new MovedPort(18932, 18934), PortOf(second));
    }

    [Fact]
    public void A_port_that_moved_once_more_before_the_variable_was_told_is_another_finding()
    {
        var first = Assert.Single(Seen([18931], new MovedPort(18931, 18932)));

        var second = Assert.Single(Seen([18931], new MovedPort(18931, 18934), new MovedPort(18932, 18934)));

        Assert.NotEqual(first.Subject, second.Subject);
        Assert.Equal(new MovedPort(18931, 18934), PortOf(second));
    }

    [Fact]
    public void Two_moved_ports_in_one_variable_are_two_findings()
    {
        var findings = Seen([18931, 18941], new MovedPort(18931, 18932), new MovedPort(18941, 18942));

        Assert.Equal([new MovedPort(18931, 18932), new MovedPort(18941, 18942)], findings.Select(PortOf));
        Assert.Equal(2, findings.Select(finding => finding.Subject).Distinct().Count());
    }

    private static IReadOnlyList<Finding> Seen(IEnumerable<int> named, params IReadOnlyList<MovedPort> moved)
    {
        var api = new Service { Name = "api", Image = "a", NamedPorts = [.. named.Select(port => new NamedPort("WEB_URL", port, IsArgument: false))] };
        var web = new Service { Name = "web", Image = "a", Ports = [.. moved.Select(port => port.To).Distinct().Select(port => new PublishedPort(80, port, null, "tcp"))], MovedPorts = moved };
        var evidence = new Evidence { Model = Reading.Of(new ModelFacts(new Stack { Name = "shop", Services = [api, web] }, null)) };
        return Assert.IsType<Diagnosis.Seen>(new PortMovedInVariable().Detect(evidence)).Findings;
    }

    private static MovedPort PortOf(Finding finding) => Assert.IsType<TellPort>(Assert.Single(new PortMovedInVariable().Mend(finding).Acts)).Port;
}
