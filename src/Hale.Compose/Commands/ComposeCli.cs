using Hale.Kernel.Commands;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Commands;

/// <summary>Runs <c>docker compose</c> for a project the way a person would in its folder, with the overlay when there is one.</summary>
internal sealed class ComposeCli(Project project, ICommandRunner runner, IOverlayStore overlay, IStage stage)
{
    private const int ErrorLines = 200;

    // The model of a stack with hundreds of services takes a few megabytes.
    private const int LargestModel = 64 << 20;

    public ComposeFiles Files { get; } = new(project, Environment.GetEnvironmentVariable);

    /// <summary>Runs a Compose command; each line of its output is told as it comes.</summary>
    public async Task<ComposeAnswer> RunAsync(IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken stop, Action<string>? heard = null)
    {
        var end = await RunAsync(CommandOf(arguments, timeout), Hear, stop).ConfigureAwait(false);
        return AnswerOf(end);

        void Hear(string line, bool isError)
        {
            Say(line);
            heard?.Invoke(line);
        }
    }

    /// <summary>Runs a Compose command whose standard output holds values that nobody else is to see.</summary>
    public Task<CommandEnd> AskAsync(IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken stop) =>
        RunAsync(CommandOf(arguments, timeout) with { KeepsCharacters = LargestModel }, TellErrors, stop);

    /// <summary>The canonical model of the project's own files, of all profiles and without the overlay.</summary>
    public Task<CommandEnd> AskOwnModelAsync(TimeSpan timeout, CancellationToken stop) =>
        RunAsync(
            InProject(["compose", .. Choices(withOverlay: false), "--profile", "*", "config", "--format", "json"], timeout) with { KeepsCharacters = LargestModel },
            null,
            stop);

    /// <summary>Runs any command in the project's folder, telling the command itself.</summary>
    public Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop)
    {
        Say($"$ {command}");
        return runner.RunAsync(command, heard, stop);
    }

    public void Say(string line) => stage.Tell(new CommandSaid(stage.Now, line));

    public static ComposeAnswer AnswerOf(CommandEnd end) =>
        end.ExitCode is { } code ? new ComposeAnswer(code, Lines(end.Errors)) : new ComposeAnswer(-1, [end.Refusal ?? "it did not end"]);

    /// <summary>A command in the project's folder. <c>PWD</c> is what it would be after a <c>cd</c> there, since Compose files may use it.</summary>
    public Command InProject(IReadOnlyList<string> arguments, TimeSpan timeout) => new("docker", arguments)
    {
        Folder = project.Directory,
        Timeout = timeout,
        Environment = new Dictionary<string, string?> { ["PWD"] = project.Directory },
    };

    private Command CommandOf(IReadOnlyList<string> arguments, TimeSpan timeout) => InProject(["compose", .. Choices(withOverlay: !overlay.Read().IsEmpty), .. arguments], timeout);

    private void TellErrors(string line, bool isError)
    {
        if (isError)
        {
            Say(line);
        }
    }

    /// <summary>
    /// Nothing at all when nothing was chosen, so that labels and hashes are what a bare <c>docker compose</c> makes. Files that are named
    /// keep their order, so the project's folder stays that of the first one.
    /// </summary>
    private List<string> Choices(bool withOverlay)
    {
        var choices = new List<string>();
        foreach (var file in withOverlay ? [.. Files.Find(), project.OverlayFile] : project.Files)
        {
            choices.AddRange(["-f", file]);
        }

        if (project.Name is { } name)
        {
            choices.AddRange(["-p", name]);
        }

        foreach (var profile in project.Profiles)
        {
            choices.AddRange(["--profile", profile]);
        }

        return choices;
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(ErrorLines)];
}
