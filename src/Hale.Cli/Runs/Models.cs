using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>The model, for commands that can do nothing without it.</summary>
internal static class Models
{
    /// <exception cref="ProblemException">Compose refused the project's files.</exception>
    public static async Task<Stack> NeedAsync(Rooms rooms, CancellationToken stop)
    {
        var answer = await rooms.Composer.ResolveAsync(stop).ConfigureAwait(false);
        return answer.Stack ?? throw new ProblemException(Refused(answer.Refusal));
    }

    /// <summary>What Compose said against the project's files; a Compose that could not be asked says nothing about them.</summary>
    public static Problem Refused(ComposeRefusal? refusal) => new(refusal?.Message ?? "Compose gave no model of the project")
    {
        File = refusal?.File,
        Line = refusal?.Line,
        Advice = ["hale troubleshoot"],
        Verdict = refusal is { ExitCode: > 0 } ? Verdict.WrongUsage : Verdict.CannotTell,
    };

    /// <exception cref="ProblemException">The model has no such service.</exception>
    public static Service NeedService(Stack stack, string name) =>
        stack.Find(name) ?? throw new ProblemException(new Problem($"There is no service '{name}' in this project")
        {
            Advice = [$"a service of a profile is started with its profile: COMPOSE_PROFILES=PROFILE hale docker {name}", $"the services are: {string.Join(", ", stack.Services.Select(service => service.Name))}"],
        });

    public static Problem EngineProblem(EngineException refusal) => new(refusal.Message)
    {
        Advice = ["hale troubleshoot"],
        Verdict = Verdict.CannotTell,
    };
}
