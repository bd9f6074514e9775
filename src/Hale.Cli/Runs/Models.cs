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
        return answer.Stack ?? throw new ProblemException(new Problem(answer.Refusal?.Message ?? "Compose gave no model of the project")
        {
            File = answer.Refusal?.File,
            Line = answer.Refusal?.Line,
            Advice = ["hale troubleshoot"],
        });
    }

    /// <exception cref="ProblemException">The model has no such service.</exception>
    public static Service NeedService(Stack stack, string name) =>
        stack.Find(name) ?? throw new ProblemException(new Problem($"There is no service '{name}' in this project")
        {
            Advice = [$"the services are: {string.Join(", ", stack.Services.Select(service => service.Name))}"],
        });

    public static Problem EngineProblem(EngineException refusal) => new(refusal.Message)
    {
        Advice = ["hale troubleshoot"],
        Verdict = Verdict.CannotTell,
    };
}
