using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Json;

/// <summary>One record a line for each event.</summary>
internal sealed class JsonTeller(ChannelReader<RunEvent> events, TextWriter output, bool verbose) : ITeller
{
    public async Task TellAsync()
    {
        await foreach (var happened in events.ReadAllAsync().ConfigureAwait(false))
        {
            if (Of(happened) is { } record && (verbose || record is not CommandRecord))
            {
                JsonLines.Write(output, record);
            }
        }
    }

    /// <summary>Questions go to the other output, so nothing has to wait.</summary>
    public IDisposable Hold() => new Release(() => { });

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>The record for an event; null when there is none.</summary>
    public static JsonRecord? Of(RunEvent happened)
    {
        var at = JsonLines.Seconds(happened.At);
        return happened switch
        {
            PhaseBegan began => new PhaseRecord(at, Words.Of(began.Phase), "began"),
            PhaseEnded ended => new PhaseRecord(at, Words.Of(ended.Phase), "ended"),
            ServiceMoved moved => new ServiceRecord(at, moved.Service, Words.Of(moved.Phase), moved.Detail, moved.WaitsFor),
            BuildStepEnded step => new BuildStepRecord(at, step.Service, step.Step, step.Cached, JsonLines.Seconds(step.Took)),
            FaultFound { Finding: var found } => new FindingRecord(at, found.Fault, found.Subject, found.Says, found.OnlyWarns),
            ActEnded act => new ActRecord(
                at, act.Finding.Fault, act.Finding.Subject, act.Act.Says, Words.Of(act.Act.Risk), act.Act.Because, act.Done, act.Says, act.Undo),
            Noted note => new NoteRecord(at, note.Text),
            CommandSaid said => new CommandRecord(at, said.Text),
            _ => null,
        };
    }
}
