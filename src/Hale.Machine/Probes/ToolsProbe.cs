using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Asks Docker's command-line tools for their versions, all at once, and asks none of them the engine.</summary>
/// <param name="runner">Runs the tools.</param>
/// <param name="versions">Remembers the answers for as long as the programs do not change.</param>
public sealed partial class ToolsProbe(ICommandRunner runner, VersionCache versions) : IProbe
{
    private static readonly string[] SystemFolders = ["/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin"];

    public Needs Gives => Needs.Tools;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Tools = Reading.Blind<ToolFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var facts = new ToolFacts { Dockerd = runner.Find("dockerd") is not null || SystemFolders.Any(folder => File.Exists($"{folder}/dockerd")) };
        if (runner.Find("docker") is { } docker)
        {
            var cli = VersionAsync(docker, docker, ["--version"], stop);
            var compose = VersionAsync(docker, PluginFile("docker-compose"), ["compose", "version", "--short"], stop);
            var buildx = VersionAsync(docker, PluginFile("docker-buildx"), ["buildx", "version"], stop);
            facts = facts with
            {
                Cli = await cli.ConfigureAwait(false),
                Compose = await compose.ConfigureAwait(false),
                Buildx = await buildx.ConfigureAwait(false),
            };
            facts = await WithWhatIsWrongAsync(facts, docker, stop).ConfigureAwait(false);
        }

        facts = facts with { Settings = SettingsFile.Read(ConfigFolder(), Environment.GetEnvironmentVariable, runner) };

        versions.Save();
        return evidence => evidence with { Tools = Reading.Of(facts) };
    }

    // Only where a tool does not answer is looked at why.
    private async Task<ToolFacts> WithWhatIsWrongAsync(ToolFacts facts, string docker, CancellationToken stop)
    {
        var stub = facts.Cli is null && (await runner.RunAsync(new Command(docker, ["--version"]), null, stop).ConfigureAwait(false)) is var end && Stub().IsMatch(end.Output + end.Errors);
        var first = facts.Compose is null && runner.Find("docker-compose") is { } program ? await VersionAsync(program, null, ["--version"], stop).ConfigureAwait(false) : null;
        return facts with
        {
            IsWslStub = stub,
            ComposeFirst = first is ['1', '.', ..] ? first : null,
            BrokenPlugins =
            [
                .. facts.Compose is null && facts.Cli is not null ? await BrokenAsync("compose", stop).ConfigureAwait(false) : [],
                .. facts.Buildx is null && facts.Cli is not null ? await BrokenAsync("buildx", stop).ConfigureAwait(false) : [],
            ],
        };
    }

    private async Task<IReadOnlyList<BrokenPlugin>> BrokenAsync(string name, CancellationToken stop)
    {
        if (PluginFile($"docker-{name}") is not { } file)
        {
            return [];
        }

        var end = await runner.RunAsync(new Command(file, ["docker-cli-plugin-metadata"]) { Timeout = TimeSpan.FromSeconds(15) }, null, stop).ConfigureAwait(false);
        return end.Done ? [] : [new BrokenPlugin(name, file, end.LastWords.Length > 0 ? end.LastWords : $"it ends with exit code {end.ExitCode}")];
    }

    private async Task<string?> VersionAsync(string docker, string? file, string[] question, CancellationToken stop)
    {
        if (versions.Of(file) is { } before)
        {
            return before;
        }

        var end = await runner.RunAsync(new Command(docker, question) { Timeout = TimeSpan.FromSeconds(15) }, null, stop).ConfigureAwait(false);
        // "Docker version 26.1.5+dfsg1, build a72d7cd", "2.26.1-4", "github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3"
        var found = end.Done && Number().Match(end.Output) is { Success: true } match ? match.Value : null;
        versions.Keep(file, found);
        return found;
    }

    private static string? PluginFile(string name)
    {
        var own = ConfigFolder();
        string[] folders =
        [
            $"{own}/cli-plugins", "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins",
            "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins",
        ];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static string ConfigFolder() => Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } config
        ? config
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");

    // The command 'docker' could not be found in this WSL 2 distro.
    [GeneratedRegex("could not be found in this WSL [12] distro")]
    private static partial Regex Stub();

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Number();
}
