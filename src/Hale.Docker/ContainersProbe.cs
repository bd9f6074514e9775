using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Looks at the stack's containers: how the engine has them, and what each printed since its last start.</summary>
/// <param name="engine">The engine.</param>
/// <param name="composer">Knows the services of profiles that are not active.</param>
/// <param name="environment">Tells what the project's files give to each service by now.</param>
/// <param name="isElsewhere">As for <see cref="ContainerEngine"/>.</param>
/// <param name="sight">Looks at what listens in them, where the engine is this machine's.</param>
/// <param name="discretion">Takes the project's secrets out of what they print.</param>
/// <param name="clock">The clock.</param>
public sealed class ContainersProbe(EngineClient engine, IComposer composer, IServiceEnvironment environment, Func<string, string, bool> isElsewhere, IProcessSight sight, IDiscretion discretion, TimeProvider clock) : IProbe
{
    private const int LogLines = 200;

    // 128 and the number of SIGKILL.
    private const int ByForce = 137;

    private const int Terminate = 15;

    // One that begins again so soon after its end was restarted.
    private static readonly TimeSpan Restart = TimeSpan.FromSeconds(30);

    // After so long a run the engine, too, takes it for no crash (moby/moby restartmanager).
    private static readonly TimeSpan SignOfNoCrash = TimeSpan.FromSeconds(10);

    // Most that end again and again do so at once.
    private static readonly TimeSpan ToEndAgain = TimeSpan.FromSeconds(3);

    // The engine notes the start when the program has begun, so its first words may be older.
    private static readonly TimeSpan BeforeStart = TimeSpan.FromMilliseconds(200);

    private static readonly Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> NothingWanted =
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?>(null);

    public Needs Gives => Needs.Containers;

    public Needs After => Needs.Model | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Containers = Reading.Blind<ContainerFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so the stack's containers are not known");
        }

        try
        {
            var all = await engine.AskAsync(
                (client, token) => client.Containers.ListContainersAsync(new() { All = true, Filters = ContainerEngine.OfProject(stack.Name) }, token),
                stop).ConfigureAwait(false);
            var rows = ComposeProjects.Own(all, isElsewhere).ToList();
            var wanted = rows.Exists(row => row.State is "running") ? environment.EnvironmentAsync(stop) : NothingWanted;
            var seen = await Task.WhenAll(rows.Select(row => SeeAsync(row, wanted, stop))).ConfigureAwait(false);
            var facts = new ContainerFacts([.. seen.OfType<SeenContainer>().OrderBy(one => one.Service, StringComparer.Ordinal).ThenBy(one => one.Number)])
            {
                At = clock.GetUtcNow(),
                InactiveServices = seen.Any(one => one is not null && stack.Find(one.Service) is null) ? await InactiveAsync(stack, stop).ConfigureAwait(false) : null,
            };
            return evidence => evidence with { Containers = Reading.Of(facts) };
        }
        catch (EngineException refusal)
        {
            return Blind(refusal.Message);
        }
    }

    private async Task<IReadOnlyList<string>?> InactiveAsync(Stack stack, CancellationToken stop) =>
        (await composer.AllServicesAsync(stop).ConfigureAwait(false))?.Where(name => stack.Find(name) is null).ToList();

    /// <returns>Null for a container of <c>compose run</c>, and for one that went away meanwhile.</returns>
    private async Task<SeenContainer?> SeeAsync(ContainerListResponse row, Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> wanted, CancellationToken stop)
    {
        var listed = ContainerView.Row(row);
        if (listed.OneOff)
        {
            return null;
        }

        try
        {
            var answer = await AnswerAsync(row.ID, stop).ConfigureAwait(false);
            discretion.Learn(() => ContainerView.Variables(answer));
            var detail = ContainerView.Detail(answer);
            var since = detail.StartedAt is { } started ? Moment(started - BeforeStart) : null;
            var log = await engine.AskAsync((client, token) => new ContainerOutput(client).TailAsync(row.ID, LogLines, token, since), stop).ConfigureAwait(false);
            var local = engine.IsLocal && detail is { Pid: > 0, SharesNetwork: false };
            var seen = SeenView.Of(listed, detail, answer);
            var ignores = engine.IsLocal && detail is { Pid: > 0, StopSignal: "SIGTERM" or "15" } ? !sight.Catches(detail.Pid, Terminate) : null;
            return seen with
            {
                IgnoresStop = ignores,
                Signals = detail.FinishedAt is { } ended && (WasForced(seen) || (ignores is true && detail.StartedAt - ended < Restart))
                    ? await new SentSignals(engine, clock).BeforeAsync(row.ID, ended, detail.StopGrace, stop).ConfigureAwait(false)
                    : null,
                StaleVariables = seen.State is ContainerState.Running && await wanted.ConfigureAwait(false) is { } now && now.TryGetValue(seen.Service, out var own) ? StaleIn(answer, own) : [],
                Probes = [.. seen.Probes.Select(probe => probe with { Output = discretion.Redact(probe.Output) })],
                Log = [.. log.Select(Plain.Line).Select(discretion.Redact)],
                Listens = local ? Sorted(sight.ListeningPorts(detail.Pid)) : null,
                ListensAtLoopback = local ? Sorted(sight.LoopbackPorts(detail.Pid)) : null,
            };
        }
        catch (EngineException gone) when (gone.InnerException is DockerContainerNotFoundException)
        {
            return null;
        }
    }

    private static List<string> StaleIn(ContainerInspectResponse answer, IReadOnlyDictionary<string, string> wanted)
    {
        var has = ContainerView.Variables(answer).ToLookup(pair => pair.Key, pair => pair.Value);
        return [.. wanted.Where(variable => has[variable.Key].LastOrDefault() != variable.Value).Select(variable => variable.Key).Order(StringComparer.Ordinal)];
    }

    // Between two ends a container in a loop looks as if it ran, and no longer tells how it ended.
    private async Task<ContainerInspectResponse> AnswerAsync(string id, CancellationToken stop)
    {
        var answer = await InspectAsync(id, stop).ConfigureAwait(false);
        var detail = ContainerView.Detail(answer);
        if (detail is { State: ContainerState.Running, Health: not HealthVerdict.Healthy, RestartCount: > 0, StartedAt: { } started } && clock.GetUtcNow() - started < SignOfNoCrash)
        {
            await EndsAsync(id, stop).ConfigureAwait(false);
            answer = await InspectAsync(id, stop).ConfigureAwait(false);
        }

        return answer;
    }

    private Task<ContainerInspectResponse> InspectAsync(string id, CancellationToken stop) =>
        engine.AskAsync((client, token) => client.Containers.InspectContainerAsync(id, token), stop);

    private async Task EndsAsync(string id, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(ToEndAgain);
        try
        {
            await engine.AskAsync((client, token) => client.Containers.WaitContainerAsync(id, token), late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // It runs on, as it seems.
        }
    }

    private static bool WasForced(SeenContainer seen) => seen is { State: ContainerState.Exited, ExitCode: ByForce, OomKilled: false };

    private static int[]? Sorted(IReadOnlySet<int>? ports) => ports is null ? null : [.. ports.Order()];

    private static string Moment(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond}.{(at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) % TimeSpan.TicksPerSecond * 100:000000000}");
}
