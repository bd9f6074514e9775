using System.Text;
using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Live;

/// <summary>
/// Draws the run over and over in place, at most ten times a second, with what is worth keeping printed above. It is drawn by hand
/// rather than by a library: a heading and rows that already fit need two control sequences, and nothing to load.
/// </summary>
internal sealed class LiveView(
    Stage stage, TextWriter output, LiveFrame frame, Func<(int Width, int Height)> size, TimeProvider clock, Weight least) : ITeller
{
    private const string BeginFrame = "\u001b[?2026h\u001b[?25l\u001b[?7l"; // one piece; no cursor; no line breaks by the terminal
    private const string EndFrame = "\u001b[?7h\u001b[?25h\u001b[?2026l";
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ChannelReader<RunEvent> _events = stage.Listen();
    private int _drawn;

    public async Task TellAsync()
    {
        while (!_events.Completion.IsCompleted)
        {
            await Task.WhenAny(_events.Completion, Task.Delay(Beat, clock)).ConfigureAwait(false);
            await _turn.WaitAsync().ConfigureAwait(false);
            Draw();
            _turn.Release();
        }

        Show(Above(), []);
    }

    public IDisposable Hold()
    {
        _turn.Wait();
        Show(Above(), []);
        return new Release(() => _turn.Release());
    }

    public void Dispose() => _turn.Dispose();

    private void Draw()
    {
        var (width, height) = size();
        Show(Above(), frame.Lines(stage.View, stage.Now, width, height));
    }

    private List<string> Above()
    {
        var lines = new List<string>();
        while (_events.TryRead(out var happened))
        {
            if (EventWords.Of(happened) >= least && EventWords.Sentence(happened) is { } sentence)
            {
                lines.Add(EventWords.Stamped(happened.At, sentence));
            }
        }

        return lines;
    }

    /// <summary>Puts new lines and a new picture where the last picture was.</summary>
    private void Show(List<string> above, IReadOnlyList<string> picture)
    {
        if (_drawn == 0 && above.Count == 0 && picture.Count == 0)
        {
            return;
        }

        var text = new StringBuilder(BeginFrame);
        if (_drawn > 0)
        {
            text.Append("\u001b[").Append(_drawn).Append('A');
        }

        text.Append('\r').Append("\u001b[J");
        foreach (var line in above)
        {
            text.Append("\u001b[?7h").Append(line).Append("\n\u001b[?7l");
        }

        foreach (var line in picture)
        {
            text.Append(line).Append('\n');
        }

        output.Write(text.Append(EndFrame).ToString());
        output.Flush();
        _drawn = picture.Count;
    }
}
