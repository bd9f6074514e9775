using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Plain;

/// <summary>One line for each event that matters, with the date: for a log that is read days later.</summary>
internal sealed class LogTeller(ChannelReader<RunEvent> events, TextWriter output, TimeProvider clock) : ITeller
{
    public async Task TellAsync()
    {
        await foreach (var happened in events.ReadAllAsync().ConfigureAwait(false))
        {
            if (EventWords.Of(happened) >= Weight.Step && EventWords.Sentence(happened) is { } sentence)
            {
                output.Write($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}  {sentence}\n");
            }
        }
    }

    /// <summary>Nobody reads along who could be asked.</summary>
    public IDisposable Hold() => new Release(() => { });

    public void Dispose()
    {
        // Nothing is held.
    }
}
