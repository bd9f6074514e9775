using Hale.Faults;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>The model, for commands that can do nothing without it.</summary>
internal static class Models
{
    private const Needs AboutFiles = Needs.Project | Needs.Model | Needs.Tools | Needs.EnvFiles;

    /// <exception cref="ProblemException">Compose refused the project's files.</exception>
    public static async Task<Stack> NeedAsync(Rooms rooms, CancellationToken stop)
    {
        var (stack, problem) = await AskAsync(rooms, stop).ConfigureAwait(false);
        return stack ?? throw new ProblemException(problem!);
    }

    /// <summary>The model, or why there is none.</summary>
    public static async Task<(Stack? Stack, Problem? Problem)> AskAsync(Rooms rooms, CancellationToken stop)
    {
        var answer = await rooms.Composer.ResolveAsync(stop).ConfigureAwait(false);
        return (answer.Stack, answer.Stack is null ? await ExplainedAsync(rooms, answer.Refusal, stop).ConfigureAwait(false) : null);
    }

    // What the catalogue knows about the files says more than Compose's refusal, and what to do.
    private static async Task<Problem> ExplainedAsync(Rooms rooms, ComposeRefusal? refusal, CancellationToken stop)
    {
        var refused = Refused(refusal);
        if (refusal is { IsOurs: true })
        {
            return refused;
        }

        var seen = await rooms.Healer([.. Catalogue.All.Where(fault => (fault.Needs & ~AboutFiles) == 0)]).LookOnlyAsync(beforeStart: true, stop).ConfigureAwait(false);
        return seen.Left.FirstOrDefault(left => left is { FollowsFrom: null, Finding.OnlyWarns: false }) is { } root
            ? (SaysMore(root.Finding, refused) ? refused with { Says = root.Finding.Says, File = null, Line = null } : refused) with
            {
                Advice = [.. root.Advice, $"hale explain {root.Finding.Fault}"],
            }
            : refused;
    }

    // A fault that knows better than Compose which line it is names that in its own words.
    private static bool SaysMore(Finding root, Problem refused) => refused.File is null || root.Fault is not "compose-file-invalid";

    /// <summary>What Compose said against the project's files; a Compose that could not be asked says nothing about them.</summary>
    public static Problem Refused(ComposeRefusal? refusal) => new(refusal?.Message ?? "Compose gave no model of the project")
    {
        File = refusal?.File,
        Line = refusal?.Line,
        Advice = refusal switch
        {
            { IsOurs: true, Line: not null, Page: { } page } => [$"hale explain {page}"],
            { IsOurs: true, File: { } file } => [$"ls -l {file}"],
            { IsOurs: true } => [],
            _ => ["hale troubleshoot"],
        },
        Verdict = refusal is { ExitCode: > 0 } ? Verdict.WrongUsage : Verdict.CannotTell,
    };

    /// <exception cref="ProblemException">The model has no such service.</exception>
    public static Service NeedService(Stack stack, string name) =>
        stack.Find(name) ?? throw new ProblemException(new Problem($"There is no service '{name}' in this project")
        {
            Advice = [$"a service of a profile is started with its profile: COMPOSE_PROFILES=PROFILE hale docker {name}", $"the services are: {string.Join(", ", stack.Services.Select(service => service.Name))}"],
        });

    /// <exception cref="ProblemException">The model has no such volume, or it is none that the project makes.</exception>
    public static StackVolume NeedVolume(Stack stack, string name) =>
        stack.Volumes.FirstOrDefault(volume => volume.Key == name || volume.Name == name) switch
        {
            null => throw new ProblemException(new Problem($"There is no volume '{name}' in this project")
            {
                Advice = [stack.Volumes.Count == 0 ? "the project has no named volumes" : $"the volumes are: {string.Join(", ", stack.Volumes.Select(volume => volume.Key))}"],
            }),
            { External: true } other => throw new ProblemException(new Problem($"The volume '{other.Name}' is external: this project uses it and does not own it")
            {
                Advice = [$"docker volume rm {other.Name}    # only if nothing else uses it"],
            }),
            var volume => volume,
        };

    public static Problem EngineProblem(EngineException refusal) => new(refusal.Message)
    {
        Advice = ["hale troubleshoot"],
        Verdict = Verdict.CannotTell,
    };
}
