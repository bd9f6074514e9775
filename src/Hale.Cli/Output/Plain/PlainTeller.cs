using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Plain;

/// <summary>One line for each event that matters: for pipes, logs and terminals that cannot draw.</summary>
/// <param name="stage">What happens.</param>
/// <param name="output">Where it is written.</param>
/// <param name="least">What matters less is left out.</param>
/// <param name="clock">Tells when nothing was heard for long.</param>
internal sealed class PlainTeller(Stage stage, TextWriter output, Weight least, TimeProvider clock) : ITeller
{
    /// <summary>A run that says nothing for longer looks as if it hung.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private readonly ChannelReader<RunEvent> _events = stage.Listen();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, string> _lastSaid = [];
    private Task<bool>? _next;
    private bool _silent;

    /// <summary>True when there was something to say.</summary>
    public bool Wrote { get; private set; }

    public async Task TellAsync()
    {
        while (await SomethingToSayAsync().ConfigureAwait(false))
        {
            await _turn.WaitAsync().ConfigureAwait(false);
            if (_silent)
            {
                WriteWaits();
            }

            while (_events.TryRead(out var happened))
            {
                Write(happened);
            }

            await output.FlushAsync().ConfigureAwait(false);
            _turn.Release();
        }
    }

    public IDisposable Hold()
    {
        _turn.Wait();
        return new Release(() => _turn.Release());
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> SomethingToSayAsync()
    {
        _next ??= _events.WaitToReadAsync().AsTask();
        try
        {
            var any = await _next.WaitAsync(LongestSilence, clock).ConfigureAwait(false);
            (_silent, _next) = (false, null);
            return any;
        }
        catch (TimeoutException)
        {
            return _silent = true;
        }
    }

    // Where no service is on its way (an image is built or pulled, the daemon starts), the part of the run says it.
    private void WriteWaits()
    {
        var now = stage.Now;
        var view = stage.View;
        var waits = view.Services.Where(row => row.OnItsWay).Select(row => EventWords.StillOnItsWay(row, now)).ToList();
        if (waits.Count == 0 && view.Open.Any())
        {
            waits.Add($"still at it: {view.Now}");
        }

        foreach (var sentence in waits)
        {
            output.Write(EventWords.Stamped(now, sentence));
            output.Write('\n');
        }
    }

    private void Write(RunEvent happened)
    {
        if (EventWords.Of(happened) < least || EventWords.Sentence(happened) is not { } sentence || SaidBefore(happened, sentence))
        {
            return;
        }

        Wrote = true;
        output.Write(EventWords.Stamped(happened.At, sentence));
        output.Write('\n');
    }

    // A service may be moved to where it already is, when only what is not printed changes.
    private bool SaidBefore(RunEvent happened, string sentence)
    {
        if (happened is not ServiceMoved moved)
        {
            return false;
        }

        var same = _lastSaid.GetValueOrDefault(moved.Service) == sentence;
        _lastSaid[moved.Service] = sentence;
        return same;
    }
}
