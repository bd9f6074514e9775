using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Which of Docker's command-line tools are here, and in which version.</summary>
public sealed partial class ToolsProbe(ICommandRunner runner) : IProbe
{
    public Needs Gives => Needs.Tools;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Tools = Reading.Blind<ToolFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var cli = VersionAsync(["--version"], stop);
        var compose = VersionAsync(["compose", "version"], stop);
        var buildx = VersionAsync(["buildx", "version"], stop);
        var facts = new ToolFacts
        {
            Cli = await cli.ConfigureAwait(false),
            Compose = await compose.ConfigureAwait(false),
            Buildx = await buildx.ConfigureAwait(false),
            Dockerd = runner.Find("dockerd") is not null || File.Exists("/usr/sbin/dockerd"),
        };
        return evidence => evidence with { Tools = Reading.Of(facts) };
    }

    // "Docker version 28.2.2, build e6534b4", "Docker Compose version v2.26.1", "github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3"
    private async Task<string?> VersionAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var end = await runner.RunAsync(new Command("docker", arguments) { Timeout = TimeSpan.FromSeconds(15) }, null, stop).ConfigureAwait(false);
        return end.Done && Version().Match(end.Output) is { Success: true } found ? found.Value : null;
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Version();
}
