using Hale.Compose.Commands;
using Hale.Kernel.Commands;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Builds;

/// <summary>Builds images: all in one go with buildx, which reports each step, and with Compose what only Compose can build.</summary>
internal sealed class ImageBuilder(ComposeCli compose)
{
    private const int BuildFailed = 17;

    private static readonly TimeSpan LongestBuild = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    public async Task<ComposeAnswer> BuildAsync(
        string model, IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop)
    {
        var version = await VersionAsync(stop).ConfigureAwait(false);
        var document = BakeDocument.Make(model, services, version);
        string[] noCache = withoutCache ? ["--no-cache"] : [];
        if (SteersCompose("DOCKER_BUILDKIT") || SteersCompose("DOCKER_DEFAULT_PLATFORM"))
        {
            return await ByComposeAsync([.. document.Services, .. document.OnlyComposeBuilds], noCache, step, stop).ConfigureAwait(false);
        }

        var answer = document.Services.Count > 0
            ? await ByBakeAsync(document, noCache, step, stop).ConfigureAwait(false)
            : new ComposeAnswer(0, []);

        // Compose comes second: what it alone can build may build on an image made just before.
        return answer.Done ? await ByComposeAsync(document.OnlyComposeBuilds, noCache, step, stop).ConfigureAwait(false) : answer;
    }

    /// <summary>True for a variable that Compose heeds when it builds and bake does not.</summary>
    private static bool SteersCompose(string variable) => Environment.GetEnvironmentVariable(variable) is not (null or "" or "1" or "true");

    private async Task<ComposeAnswer> ByBakeAsync(BakeDocument document, string[] noCache, Action<BuildStep> step, CancellationToken stop)
    {
        var listener = new BuildListener(document.Services, step, compose.Say);
        var gate = new Lock();
        var command = compose.InProject(["buildx", "bake", "-f", "-", "--progress", "rawjson", "--load", .. noCache], LongestBuild);
        var end = await compose.RunAsync(WithInput(command, document.Text), Hear, stop).ConfigureAwait(false);
        return end switch
        {
            { Done: true } => new ComposeAnswer(0, []),
            { Refusal: { } refusal } => new ComposeAnswer(-1, [.. listener.Errors, refusal]),
            _ => new ComposeAnswer(BuildFailed, listener.Errors),
        };

        void Hear(string line, bool isError)
        {
            lock (gate)
            {
                listener.Hear(line);
            }
        }
    }

    /// <summary>The entitlements that later buildx asks for are about files that a stranger's document names; this one names the project's own.</summary>
    private static Command WithInput(Command command, string document) => command with
    {
        Input = document,
        Environment = new Dictionary<string, string?>(command.Environment) { ["BUILDX_BAKE_ENTITLEMENTS_FS"] = "0" },
    };

    private async Task<ComposeAnswer> ByComposeAsync(IReadOnlyList<string> services, string[] noCache, Action<BuildStep> step, CancellationToken stop)
    {
        if (services.Count == 0)
        {
            return new ComposeAnswer(0, []);
        }

        var listener = new PlainBuildListener(services, step);
        var gate = new Lock();
        return await compose.RunAsync(["--progress", "plain", "build", .. noCache, .. services], LongestBuild, stop, Hear).ConfigureAwait(false);

        void Hear(string line)
        {
            lock (gate)
            {
                listener.Hear(line);
            }
        }
    }

    /// <summary>Compose's version as it labels images with it: three numbers.</summary>
    private async Task<string> VersionAsync(CancellationToken stop)
    {
        var end = await compose.RunAsync(compose.InProject(["compose", "version", "--short"], LongestAnswer), null, stop).ConfigureAwait(false);
        return end.Output.Trim().TrimStart('v').Split('-', '+')[0];
    }
}
