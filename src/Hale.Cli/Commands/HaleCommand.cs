using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Commands;

/// <summary>A command of the tree: it owns its options, and its run is parse, call, print.</summary>
internal abstract class HaleCommand : Command
{
    protected HaleCommand(string name, string description, World world, GlobalOptions global)
        : base(name, description)
    {
        World = world;
        Global = global;
        SetAction(GuardAsync);
    }

    /// <summary>Whole command lines with what each does, for the help.</summary>
    public abstract IReadOnlyList<(string Line, string Does)> Examples { get; }

    /// <summary>The exit codes it can end with, for the help.</summary>
    public virtual IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage, Verdict.CannotTell, Verdict.Interrupted];

    protected World World { get; }

    protected GlobalOptions Global { get; }

    /// <summary>The folder that relative paths of the command line start from.</summary>
    /// <exception cref="ProblemException">It is not there any more.</exception>
    protected virtual string Folder => World.Folder ?? throw new ProblemException(new Problem("the folder that this shell is in has been removed")
    {
        Advice = ["cd ~    # or to another folder that is there", "hale list    # the checkouts on this machine"],
    });

    /// <summary>True when records are asked for.</summary>
    protected virtual bool WantsJson(ParseResult parsed) => false;

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken stop);

    /// <summary>What the command runs on when nothing is shown on the way and nobody is asked.</summary>
    protected IRuns Runs(ParseResult parsed) =>
        World.Runs(new Session(Project(parsed), new Stage(World.Clock), new ConsolePrompt(Page(), yes: false, readLine: null, () => new Release(() => { }))));

    protected Project Project(ParseResult parsed) => Global.Read(parsed, () => Folder, World.Variable);

    protected Page Page() => new(World.Output, World.Terminal);

    private async Task<int> GuardAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            return await RunAsync(parsed, stop).ConfigureAwait(false);
        }
        catch (ProblemException refused)
        {
            return Say(parsed, refused.Problem);
        }
        catch (EngineException refused)
        {
            return Say(parsed, new Problem($"the engine did not answer: {refused.Message}") { Advice = ["hale troubleshoot"], Verdict = Verdict.CannotTell });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say(parsed, new Problem("interrupted") { Verdict = Verdict.Interrupted });
        }
    }

    private int Say(ParseResult parsed, Problem problem)
    {
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, Results.Of(problem));
        }

        ProblemText.Write(new Page(World.Error, World.ErrorTerminal), problem);
        return (int)problem.Verdict;
    }
}
