using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Live;
using Hale.Cli.Output.Plain;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;

namespace Hale.Cli.Shows;

/// <summary>Shows a run from its first event to its summary, in the form that the terminal and the options ask for.</summary>
internal sealed class Show : IAsyncDisposable
{
    private readonly World _world;
    private readonly Talk _talk;
    private readonly Stage _stage;
    private readonly ITeller? _teller;
    private readonly Task _telling;
    private bool _closed;

    private Show(World world, Talk talk, string title)
    {
        _world = world;
        _talk = talk;
        _stage = new Stage(world.Clock);
        _teller = Teller(title);
        _telling = _teller is null ? Task.CompletedTask : Task.Run(_teller.TellAsync);
        Consent = new ConsolePrompt(
            new Page(world.Error, world.ErrorTerminal), talk.Yes, world.ReadLine, () => _teller?.Hold() ?? new Release(() => { })) { Expendable = talk.Expendable };
    }

    public IStage Stage => _stage;

    public IConsent Consent { get; }

    public static Show Open(World world, Talk talk, string title) => new(world, talk, title);

    /// <summary>Ends the telling and says how the run ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(RunReport report, RunKind kind, string command)
    {
        await CloseAsync().ConfigureAwait(false);
        var people = _talk.Json ? new Page(_world.Error, _world.ErrorTerminal) : new Page(_world.Output, _world.Terminal, follows: _teller is PlainTeller { Wrote: true });
        var summary = new RunSummary(people, report, _stage.View);
        if (_talk.Json)
        {
            JsonLines.Write(_world.Output, Results.Of(command, report, _stage.View));
        }

        if (_talk.Quiet || _talk.Json)
        {
            summary.Short(kind);
        }
        else
        {
            summary.Full(kind);
        }

        return (int)report.Verdict;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _teller?.Dispose();
    }

    private async Task CloseAsync()
    {
        if (!_closed)
        {
            _closed = true;
            _stage.Close();
            await _telling.ConfigureAwait(false);
        }
    }

    private ITeller? Teller(string title)
    {
        var terminal = _world.Terminal;
        var least = _talk.Verbose ? Weight.Detail : Weight.Step;
        return _talk switch
        {
            { Dated: true } => new LogTeller(_stage.Listen(), _world.Output, _world.Clock),
            { Json: true } => new JsonTeller(_stage.Listen(), _world.Output, _talk.Verbose),
            { Quiet: true } => null,
            { Stays: false } when terminal.Live => new LiveView(
                _stage, _world.Output, new LiveFrame(title, terminal.Paint, terminal.Unicode), _world.Size, _world.Clock, _talk.Verbose ? Weight.Detail : Weight.Told),
            _ => new PlainTeller(_stage, _world.Output, least, _world.Clock),
        };
    }
}
