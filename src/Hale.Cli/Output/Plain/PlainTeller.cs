using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Plain;

/// <summary>One line for each event that matters: for pipes, logs and terminals that cannot draw.</summary>
internal sealed class PlainTeller(ChannelReader<RunEvent> events, TextWriter output, Weight least) : ITeller
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, string> _lastSaid = [];

    /// <summary>True when there was something to say.</summary>
    public bool Wrote { get; private set; }

    public async Task TellAsync()
    {
        while (await events.WaitToReadAsync().ConfigureAwait(false))
        {
            await _turn.WaitAsync().ConfigureAwait(false);
            while (events.TryRead(out var happened))
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
