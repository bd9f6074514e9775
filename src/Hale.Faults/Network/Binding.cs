using System.Globalization;
using System.Text.RegularExpressions;

namespace Hale.Faults.Network;

/// <summary>A command that makes a server listen at loopback alone, and the same with all addresses in its place.</summary>
internal static partial class Binding
{
    private const string All = "0.0.0.0";

    /// <summary>The same command, listening at all addresses; null when it is not known how that is said.</summary>
    public static IReadOnlyList<string>? ToAll(IReadOnlyList<string> command, int port)
    {
        var changed = command.Select((word, at) => Rewritten(word, at == 0 ? "" : command[at - 1], port)).ToList();
        return changed.SequenceEqual(command) ? Extended(command, port) : changed;
    }

    private static string Rewritten(string word, string before, int port) =>
        Flag().IsMatch(before) && Loopback().Match(word) is { Success: true } host ? $"{All}{host.Groups["port"].Value}"
        : word == $"127.0.0.1:{Text(port)}" || word == $"localhost:{Text(port)}" ? $"{All}:{Text(port)}"
        : Inline().Replace(word, All);

    // Servers that listen at loopback unless they are told otherwise.
    private static List<string>? Extended(IReadOnlyList<string> command, int port)
    {
        var text = string.Join(' ', command);
        string[]? more = Hosted().IsMatch(text) ? null
            : Django().IsMatch(text) ? command[^1] == Text(port) || text.EndsWith($"runserver {Text(port)}", StringComparison.Ordinal) ? null : [$"{All}:{Text(port)}"]
            : OptionServer().IsMatch(text) ? ["--host", All]
            : null;
        // A shell's whole script is one word, to which nothing can be added once it does more than start the server.
        return more is null ? null
            : command is [.., "-c" or "-lc", var script] ? Several().IsMatch(script) ? null : [.. command.SkipLast(1), $"{script} {string.Join(' ', more)}"]
            : [.. command, .. more];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // --host 127.0.0.1      -b localhost:8000      --bind 127.0.0.1
    [GeneratedRegex("^(?:--(?:host|bind|hostname|listen|address|bind_ip|ip)|-b|-h|-H|-S|runserver)$")]
    private static partial Regex Flag();

    [GeneratedRegex(@"^(?:127\.0\.0\.1|localhost|::1)(?<port>:\d+)?$")]
    private static partial Regex Loopback();

    // sh -c "uvicorn app:app --host 127.0.0.1 --port 8000"      --host=127.0.0.1
    [GeneratedRegex(@"(?<=(?:--(?:host|bind|hostname|listen|address|bind_ip|ip)|\s-[bhHS]|runserver)[ =])(?:127\.0\.0\.1|localhost)(?=$|[\s:])")]
    private static partial Regex Inline();

    [GeneratedRegex(@"--host\b|(?:\d{1,3}\.){3}\d")]
    private static partial Regex Hosted();

    [GeneratedRegex(@"\bmanage\.py runserver\b")]
    private static partial Regex Django();

    // uvicorn app:app      python -m flask --app app run      vite      fastapi dev
    [GeneratedRegex(@"(?:^|[\s/])(?:uvicorn|vite|flask(?: --app \S+)? run|fastapi dev)\b")]
    private static partial Regex OptionServer();

    [GeneratedRegex(@"[;&|<>\n]")]
    private static partial Regex Several();
}
