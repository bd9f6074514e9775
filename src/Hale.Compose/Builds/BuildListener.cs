using System.Text;
using System.Text.Json;
using Hale.Compose.Models;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Builds;

/// <summary>
/// Reads what buildx writes with <c>--progress rawjson</c>: one JSON value after the other, each over several lines or on one,
/// and after a failure the place in the Dockerfile as plain text.
/// </summary>
internal sealed class BuildListener(IReadOnlyList<string> services, Action<BuildStep> step, Action<string> say)
{
    private const int LogLines = 120;
    private const int ErrorLines = 200;

    private readonly Dictionary<string, Queue<string>> _logs = [];
    private readonly Dictionary<(string Vertex, long Stream), string> _begun = [];
    private readonly HashSet<(string Digest, string Name)> _ended = [];
    private readonly Queue<string> _plain = [];
    private readonly List<string> _failures = [];
    private StringBuilder? _value;

    /// <summary>The end of the failed step's output and then what buildx itself said, oldest first.</summary>
    public IReadOnlyList<string> Errors => [.. _failures.Concat(_plain).TakeLast(ErrorLines)];

    public void Hear(string line)
    {
        if (_value is null && !line.StartsWith('{'))
        {
            HearPlain(line);
            return;
        }

        _value ??= new StringBuilder();
        _value.Append(line).Append('\n');
        if (line == "}" || (line.EndsWith('}') && line.StartsWith('{')))
        {
            HearValue(_value.ToString());
            _value = null;
        }
    }

    private void HearPlain(string line)
    {
        if (line.Trim().Length > 0)
        {
            say(line);
            Keep(_plain, line);
        }
    }

    private void HearValue(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var log in document.RootElement.Items("logs"))
            {
                HearLog(log);
            }

            foreach (var vertex in document.RootElement.Items("vertexes"))
            {
                HearVertex(vertex);
            }
        }
        catch (JsonException)
        {
            HearPlain(text.Trim());
        }
    }

    // {"vertex": "sha256:…", "stream": 2, "data": "ZXJyCg==", "timestamp": "…"}
    private void HearLog(JsonElement log)
    {
        var vertex = log.Text("vertex") ?? "";
        if (!_logs.TryGetValue(vertex, out var kept))
        {
            _logs[vertex] = kept = new Queue<string>();
        }

        var data = log.Member("data") is { ValueKind: JsonValueKind.String } encoded && encoded.TryGetBytesFromBase64(out var bytes) ? bytes : [];

        // A program writes what it likes at once: "/bin/sh: 1: " may come before "poetry: not found".
        var stream = (vertex, log.Member("stream") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0);
        var lines = (_begun.GetValueOrDefault(stream) + Encoding.UTF8.GetString(data)).Split('\n');
        _begun[stream] = lines[^1];
        foreach (var line in lines.SkipLast(1).Where(line => line.Length > 0))
        {
            say(line);
            Keep(kept, line);
        }
    }

    // What the program said last may lack its line's end.
    private Queue<string> LogOf(string vertex)
    {
        var kept = _logs.GetValueOrDefault(vertex) ?? [];
        foreach (var stream in _begun.Where(begun => begun.Key.Vertex == vertex && begun.Value.Length > 0).Select(begun => begun.Key).ToList())
        {
            say(_begun[stream]);
            Keep(kept, _begun[stream]);
            _begun[stream] = "";
        }

        return kept;
    }

    // {"digest": "sha256:…", "name": "[api 2/7] RUN npm ci", "started": "…", "completed": "…", "cached": true, "error": "…"}
    private void HearVertex(JsonElement vertex)
    {
        var digest = vertex.Text("digest") ?? "";
        var name = vertex.Text("name") ?? "";
        if (vertex.Text("completed") is null || !_ended.Add((digest, name)))
        {
            return;
        }

        var cached = vertex.Flag("cached");
        var took = cached ? TimeSpan.Zero : Time(vertex, "completed") - Time(vertex, "started");
        var error = vertex.Text("error") is { Length: > 0 } text ? text : null;
        if (error is not null && !error.Contains("context canceled", StringComparison.Ordinal))
        {
            _failures.Add($"{name}:");
            _failures.AddRange(LogOf(digest));
        }

        say($"{name} {(error ?? (cached ? "cached" : $"{took.TotalSeconds:0.0} s"))}");
        step(new BuildStep(ServiceOf(name), name, cached, took, error) { Output = error is null ? [] : [.. LogOf(digest)] });
    }

    private static DateTimeOffset Time(JsonElement vertex, string name) =>
        vertex.Member(name) is { ValueKind: JsonValueKind.String } moment && moment.TryGetDateTimeOffset(out var time) ? time : default;

    /// <summary>The service is the first word in the brackets, unless only one is built, when buildx leaves it out.</summary>
    private string? ServiceOf(string name)
    {
        if (services.Count == 1)
        {
            return services[0];
        }

        var word = name.StartsWith('[') ? name[1..].Split(' ', ']')[0] : null;
        return services.FirstOrDefault(service => service == word);
    }

    private static void Keep(Queue<string> lines, string line)
    {
        lines.Enqueue(line);
        if (lines.Count > LogLines)
        {
            lines.Dequeue();
        }
    }
}
