using Hale.Compose.Builds;
using Hale.Compose.Commands;
using Hale.Compose.Models;
using Hale.Compose.Overlays;
using Hale.Compose.Refusals;
using Hale.Compose.Sources;
using Hale.Kernel.Commands;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Compose;

/// <summary>Asks Compose and buildx for what only they do.</summary>
public sealed class Composer : IComposer, IServiceEnvironment
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestCreate = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(15);

    // Compose's own exit code for a command line that it cannot use.
    private const int WrongUsage = 16;

    // Compose's own exit code for files that do not say what they should.
    private const int InvalidFile = 15;

    private readonly Project _project;
    private readonly ComposeCli _compose;
    private readonly ModelCache _cache;
    private readonly BuildRecord _builds;
    private readonly ICommandRunner _runner;
    private readonly IOverlayStore _overlay;
    private readonly IStage _stage;
    private readonly IDiscretion _discretion;
    private readonly string _tools;
    private ResolvedModel? _resolved;
    private (string Identity, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Services)? _environment;

    public Composer(Project project, IStateFolder folder, ICommandRunner runner, IOverlayStore overlay, IStage stage, IDiscretion discretion)
    {
        _project = project;
        _runner = runner;
        _overlay = overlay;
        _stage = stage;
        _discretion = discretion;
        _compose = new ComposeCli(project, runner, overlay, stage);
        _builds = new BuildRecord(folder);
        _tools = Toolmarks.Read(runner);
        _cache = new ModelCache(project, folder, _compose.Files, _tools, discretion);
        Created = new CreatedState(folder, () => _resolved?.Identity);
    }

    /// <summary>What Compose made of the model that was resolved last.</summary>
    public ICreatedState Created { get; }

    public async Task<ModelAnswer> ResolveAsync(CancellationToken stop)
    {
        if (_compose.Files.Unfit() is { } unfit)
        {
            _resolved = null;
            return new ModelAnswer(null, new ComposeRefusal(InvalidFile, unfit.Says, unfit.File, null) { IsOurs = true }, FromCache: false);
        }

        if (_cache.Read() is { } kept)
        {
            _resolved = kept;
            return new ModelAnswer(kept.Stack, null, FromCache: true) { Warnings = kept.Warnings, Parts = kept.Parts };
        }

        await FitOverlayAsync(stop).ConfigureAwait(false);
        var end = await AskModelAsync(stop).ConfigureAwait(false);
        if (!end.Done)
        {
            _resolved = null;
            return new ModelAnswer(null, RefusalOf(end), FromCache: false);
        }

        if (await UnknownProfileAsync(stop).ConfigureAwait(false) is { } unknown)
        {
            return new ModelAnswer(null, unknown, FromCache: false);
        }

        if (SettingsReader.Objection(end.Output) is { } wrong)
        {
            var place = new Places(ComposeSources.Of(_project.Directory, _compose.Files.Find())).OfPath(wrong.Path, null);
            return new ModelAnswer(null, new ComposeRefusal(InvalidFile, wrong.Says, place?.File, place?.Line) { IsOurs = true, Page = CertificateReader.IsAbout(wrong.Path) ? "certificate-due" : "project-fault" }, FromCache: false);
        }

        _resolved = ResolvedModel.Of(end.Output, _tools) with { Warnings = Warnings.Of(end.Errors) };
        _cache.Write(_resolved);
        return new ModelAnswer(_resolved.Stack, null, FromCache: false) { Warnings = _resolved.Warnings, Parts = _resolved.Parts };
    }

    // The project's files may no longer say what the overlay was made for; whatever is still wrong is found, and mended, again.
    private async Task FitOverlayAsync(CancellationToken stop)
    {
        if (_overlay.Read().IsEmpty || await _compose.AskOwnModelAsync(LongestAnswer, stop).ConfigureAwait(false) is not { Done: true } own)
        {
            return;
        }

        var fit = OverlayFit.Of(_overlay.Read(), own.Output);
        foreach (var line in fit.Stale)
        {
            _stage.Tell(new Noted(_stage.Now, $"the overlay no longer sets {string.Join('.', line.Path)} of '{line.Service}': the project's files have changed there"));
        }

        if (fit.Stale.Count > 0)
        {
            _overlay.Remove(fit.Stale);
        }

        _overlay.Add(fit.Seen);
    }

    // Without the plugin the docker command takes Compose's options for its own, and what it says of them helps nobody.
    private ComposeRefusal RefusalOf(CommandEnd end) =>
        end.ExitCode is not null && !Toolmarks.HasCompose(_runner)
            ? new ComposeRefusal(0, "Docker Compose is not installed: the docker command has no 'compose' plugin", null, null)
            : RefusalReader.Read(end, ComposeSources.Of(_project.Directory, _compose.Files.Find()));

    public async Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop)
    {
        var end = await _compose.AskAsync(["--profile", "*", "config", "--services"], LongestAnswer, stop).ConfigureAwait(false);
        return end.Done ? end.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null;
    }

    // Compose itself takes a profile that no service has for one that activates nothing.
    private async Task<ComposeRefusal?> UnknownProfileAsync(CancellationToken stop)
    {
        if (_project.Profiles.Count == 0)
        {
            return null;
        }

        var end = await _compose.AskAsync(["config", "--profiles"], LongestAnswer, stop).ConfigureAwait(false);
        var known = end.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = _project.Profiles.FirstOrDefault(profile => profile != "*" && !known.Contains(profile));
        return !end.Done || unknown is null
            ? null
            : new ComposeRefusal(
                WrongUsage,
                known.Length == 0
                    ? $"There is no profile '{unknown}': no service of this project has a profile"
                    : $"There is no profile '{unknown}' in this project; the profiles are: {string.Join(", ", known)}",
                null,
                null) { IsOurs = true };
    }

    // A run looks at the containers several times; while the model stays the same, so does what it gives them.
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> EnvironmentAsync(CancellationToken stop)
    {
        await ResolveAsync(stop).ConfigureAwait(false);
        if (_resolved?.Identity is not { } identity)
        {
            return null;
        }

        if (_environment is not { } kept || kept.Identity != identity)
        {
            _environment = await AskModelAsync(stop).ConfigureAwait(false) is { Done: true } end ? (identity, EnvironmentReader.Read(end.Output)) : null;
        }

        return _environment?.Services;
    }

    public async Task<string?> SettingAsync(string service, IReadOnlyList<string> path, CancellationToken stop) =>
        await AskModelAsync(stop).ConfigureAwait(false) is { Done: true } end ? EnvironmentReader.Setting(end.Output, service, path) : null;

    public async Task<ComposeAnswer> BuildAsync(
        IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop)
    {
        if (services.Count == 0)
        {
            return new ComposeAnswer(0, []);
        }

        var answer = await AskModelAsync(stop).ConfigureAwait(false);
        if (!answer.Done)
        {
            return ComposeCli.AnswerOf(answer);
        }

        // Looked at before the build: what is edited while it runs is then seen as changed.
        var model = ResolvedModel.Of(answer.Output, _tools);
        var sources = BuildRecord.Fingerprints(model, services);
        var built = await new ImageBuilder(_compose).BuildAsync(answer.Output, services, withoutCache, step, stop).ConfigureAwait(false);
        if (built.Done)
        {
            _builds.Remember(model, sources);
        }

        return built;
    }

    // Without --no-build a missing image would be looked for in a registry and then built, with no word of its steps.
    public Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop) =>
        _compose.RunAsync(["--progress", "plain", "create", "--no-build", "--quiet-pull", .. services ?? []], LongestCreate, stop);

    public Task<ComposeAnswer> StartAsync(string service, CancellationToken stop) =>
        _compose.RunAsync(["--progress", "plain", "up", "-d", "--no-deps", "--no-build", "--no-recreate", service], LongestStart, stop);

    public Task<ComposeAnswer> StopAsync(string service, CancellationToken stop) =>
        _compose.RunAsync(["--progress", "plain", "stop", service], LongestStart, stop);

    public Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop) => RecordedAsync(stack, _builds.OutOfDate, stop);

    public Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop) => RecordedAsync(stack, _builds.ChangedSinceBuilt, stop);

    private async Task<IReadOnlyList<string>> RecordedAsync(Stack stack, Func<ResolvedModel, IReadOnlyList<string>> record, CancellationToken stop)
    {
        if (_resolved is null)
        {
            await ResolveAsync(stop).ConfigureAwait(false);
        }

        return _resolved is { } model ? await Task.Run(() => record(model with { Stack = stack }), stop).ConfigureAwait(false) : [];
    }

    private async Task<CommandEnd> AskModelAsync(CancellationToken stop)
    {
        var end = await _compose.AskAsync(["config", "--format", "json"], LongestAnswer, stop).ConfigureAwait(false);
        if (end.Done)
        {
            _discretion.Learn(() => EnvironmentReader.All(end.Output));
        }

        return end;
    }
}
