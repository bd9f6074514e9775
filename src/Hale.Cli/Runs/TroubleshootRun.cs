using System.Text.Json;
using Hale.Healing;
using Hale.Kernel.Faults;

namespace Hale.Cli.Runs;

/// <summary><c>hale troubleshoot</c>: looks, or reads what another look saved, and judges.</summary>
internal sealed class TroubleshootRun(Rooms rooms, TroubleshootOptions options)
{
    private const long LargestFile = 64 << 20;

    public async Task<TroubleshootReport> RunAsync(CancellationToken stop)
    {
        var healer = rooms.Healer(options.Faults);
        var evidence = options.From is { } from
            ? await ReadAsync(from, stop).ConfigureAwait(false)
            : await healer.ObserveAsync(stop).ConfigureAwait(false);
        if (options.Save is { } save)
        {
            await WriteAsync(save, evidence, stop).ConfigureAwait(false);
        }

        var found = healer.Judge(evidence);
        return new TroubleshootReport(Verdicts.Of(found, null), found) { SavedTo = options.Save };
    }

    private static async Task<Evidence> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            return new FileInfo(path).Length switch
            {
                > LargestFile => throw Unreadable(path, $"it is larger than {LargestFile >> 20} MiB"),
                0 => throw Unreadable(path, "it is empty, or no ordinary file"), // A pipe has no length, and its reader waits for a writer.
                _ => EvidenceJson.Read(await File.ReadAllTextAsync(path, stop).ConfigureAwait(false)),
            };
        }
        catch (JsonException wrong)
        {
            throw Unreadable(path, WhyNot(wrong), wrong.LineNumber is { } line ? (int)line + 1 : null);
        }
        catch (FileNotFoundException) when (Directory.Exists(path))
        {
            throw Unreadable(path, "it is a folder");
        }
        catch (FileNotFoundException)
        {
            throw Unreadable(path, "there is no such file");
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, refusal.Message);
        }
    }

    // What the reader of JSON says of types and positions is meant for programmers; ours begins with a small letter.
    private static string WhyNot(JsonException wrong) =>
        wrong.Message.Length > 0 && char.IsLower(wrong.Message[0]) ? wrong.Message
        : wrong is { Path: { Length: > 1 } at } ? $"what stands at {at} is not of the kind that belongs there"
        : "it is not JSON as hale writes it";

    private async Task WriteAsync(string path, Evidence evidence, CancellationToken stop)
    {
        try
        {
            await File.WriteAllTextAsync(path, EvidenceJson.Write(evidence, rooms.Redact), stop).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem($"The evidence could not be saved: {refusal.Message}") { File = path });
        }
    }

    private static ProblemException Unreadable(string path, string why, int? line = null) =>
        new(new Problem($"This is no evidence that hale can read: {why}") { File = path, Line = line, Advice = ["hale troubleshoot --save evidence.json"] });
}
