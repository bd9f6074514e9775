using System.CommandLine;
using System.CommandLine.Help;
using Hale.Cli.Output;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary>All commands, and what becomes of a command line.</summary>
internal static class CommandTree
{
    private static readonly IReadOnlyList<Entry> All =
    [
        new(["docker", "up"], (world, global) => new DockerCommand(world, global)),
        new(["down"], (world, global) => new DownCommand(world, global)),
        new(["keeper"], (world, global) => new KeeperCommand(world, global)),
        new(["status"], (world, global) => new StatusCommand(world, global)),
        new(["health-check"], (world, global) => new HealthCheckCommand(world, global)),
        new(["troubleshoot"], (world, global) => new TroubleshootCommand(world, global)),
        new(["logs"], (world, global) => new LogsCommand(world, global)),
        new(["overlay"], (world, global) => new OverlayCommand(world, global)),
        new(["db"], (world, global) => new DbCommand(world, global)),
        new(["certs"], (world, global) => new CertsCommand(world, global)),
        new(["undo"], (world, global) => new UndoCommand(world, global)),
        new(["env"], (world, global) => new EnvCommand(world, global)),
        new(["ports"], (world, global) => new PortsCommand(world, global)),
        new(["list"], (world, global) => new ListCommand(world, global)),
        new(["explain"], (world, global) => new ExplainCommand(world, global)),
        new(["engine"], (world, global) => new EngineCommand(world, global)),
        new(["poetry"], (world, global) => new PoetryCommand(world, global)),
    ];

    /// <summary>The tree with every command, for whoever looks through it.</summary>
    public static RootCommand Make(World world) => Make(world, All);

    private static RootCommand Make(World world, IReadOnlyList<Entry> entries)
    {
        var global = new GlobalOptions();
        var root = new RootCommand("Takes a Compose project to healthy on this machine, mending what stands between.");
        foreach (var entry in entries)
        {
            root.Add(entry.Make(world, global));
        }

        root.Options.Clear();
        var help = new HelpOption("--help", "-h") { Description = "Show help", Recursive = true };
        help.Action = new HelpText((HelpAction)help.Action!);
        root.Options.Add(help);
        root.Options.Add(new VersionOption("--version") { Description = "Show the version" });
        global.AddTo(root);
        return root;
    }

    /// <summary>Does what the command line says.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(World world, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var (root, parsed) = Parsed(world, arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpText)
        {
            if (Usage.NamesNoCommand(parsed))
            {
                return await ShowHelpAsync(world, root, arguments, stop).ConfigureAwait(false);
            }

            var page = new Page(world.Error, world.ErrorTerminal);
            foreach (var error in Usage.Errors(parsed))
            {
                ProblemText.Write(page, new Problem(error) { Advice = [Usage.HelpFor(parsed)] });
            }

            return (int)Verdict.WrongUsage;
        }

        return await InvokeAsync(parsed, world, world.Output, stop).ConfigureAwait(false);
    }

    // Making a command costs a part of a millisecond, and most runs are of one. Help and advice about the whole take all.
    private static (RootCommand Root, ParseResult Parsed) Parsed(World world, IReadOnlyList<string> arguments)
    {
        if (All.Where(entry => entry.Names.Any(arguments.Contains)).ToList() is { Count: > 0 } named)
        {
            var few = Make(world, named);
            if (Parse(few, arguments) is { Errors.Count: 0 } parsed && parsed.CommandResult.Command != few)
            {
                return (few, parsed);
            }
        }

        var root = Make(world);
        return (root, Parse(root, arguments));
    }

    private static ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments) =>
        root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    // A command that only holds others was given alone: its help is the answer, on the other output, since nothing was done.
    private static async Task<int> ShowHelpAsync(World world, RootCommand root, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        await InvokeAsync(Parse(root, [.. arguments, "--help"]), world, world.Error, stop).ConfigureAwait(false);
        return (int)Verdict.WrongUsage;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, World world, TextWriter output, CancellationToken stop)
    {
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = world.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // Program hears the signals.
        };
        var code = await parsed.InvokeAsync(invocation, stop).ConfigureAwait(false);
        await world.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await world.Error.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        return code;
    }

    /// <summary>A command that can be made.</summary>
    /// <param name="Names">What it is called on a command line.</param>
    /// <param name="Make">Makes it.</param>
    private sealed record Entry(IReadOnlyList<string> Names, Func<World, GlobalOptions, Command> Make);
}
