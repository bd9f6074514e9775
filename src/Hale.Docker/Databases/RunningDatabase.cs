using System.Globalization;
using System.Text;
using Hale.Kernel.Engines;

namespace Hale.Docker.Databases;

/// <summary>A database server that runs: what it is asked and told, from inside its container.</summary>
public sealed class RunningDatabase
{
    private const int MostFacts = 4 << 20;

    private static readonly TimeSpan ForAFate = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForAnAnswer = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan LongestHeld = TimeSpan.FromHours(4);

    private readonly IDatabaseServer _server;
    private readonly ContainerPipe _pipe;

    internal RunningDatabase(string service, string kind, IDatabaseServer server, ContainerPipe pipe)
    {
        Service = service;
        Kind = kind;
        _server = server;
        _pipe = pipe;
    }

    public string Service { get; }

    /// <summary>The kind of server, such as <c>postgres</c>.</summary>
    public string Kind { get; }

    /// <summary>The server's name for people.</summary>
    public string Name => _server.Name;

    /// <summary>True when a restore or SQL that fails, or is broken off, leaves the database as it was.</summary>
    public bool IsTransactional => _server.IsTransactional;

    /// <summary>True when others are kept from writing from the moment at which the session of a restore begins.</summary>
    public bool KeepsWritersOut => _server.KeepsWritersOut;

    internal string DumpEnding => _server.DumpEnding;

    /// <summary>Asks it for its version, its databases and its clients.</summary>
    /// <exception cref="DatabaseException">It does not answer, or not as expected.</exception>
    public async Task<ServerFacts> LookAsync(CancellationToken stop)
    {
        using var output = new MemoryStream();
        var end = await _pipe.RunAsync(_server.Look, ForAnAnswer, null, piece => KeepAsync(output, piece), stop).ConfigureAwait(false);
        if (!end.Done)
        {
            throw new DatabaseException($"{Name} in '{Service}' does not answer", end.Said);
        }

        try
        {
            return _server.Read(Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length));
        }
        catch (FormatException wrong)
        {
            throw new DatabaseException(wrong.Message, wrong);
        }
    }

    /// <summary>Hands out a database, as the server's own tool writes it.</summary>
    /// <exception cref="DatabaseException">It could not be written to its end.</exception>
    public async Task DumpAsync(string database, Func<ReadOnlyMemory<byte>, ValueTask> keep, CancellationToken stop)
    {
        var end = await _pipe.RunAsync(_server.Dump(database), Longest, null, keep, stop).ConfigureAwait(false);
        if (!end.Done)
        {
            throw new DatabaseException($"'{database}' of '{Service}' could not be written out", end.Said);
        }
    }

    /// <summary>Reads a dump to its end, in the container, without changing anything.</summary>
    /// <exception cref="DatabaseException">It is no whole dump.</exception>
    public async Task CheckAsync(Stream dump, CancellationToken stop)
    {
        var end = await _pipe.RunAsync(_server.Check, Longest, (dump, dump.Length), null, stop).ConfigureAwait(false);
        if (!end.Done)
        {
            throw new DatabaseException("the dump cannot be read to its end", end.Said);
        }
    }

    /// <summary>Opens the session in which a database is replaced, and keeps others from writing to it from then on where the server can do that.</summary>
    /// <param name="database">The database.</param>
    /// <param name="isThere">False when it has to be made first.</param>
    /// <param name="bytes">How long the dump is.</param>
    /// <param name="stop">Breaks off.</param>
    public Replacement Replace(string database, bool isThere, long bytes, CancellationToken stop) => new(_pipe, _server.Restore(database, isThere), bytes, LongestHeld, stop);

    /// <summary>Asks the server what became of a transaction that is over, or that was broken off: then the server ends it first.</summary>
    /// <param name="transaction">Its number; null where none was told.</param>
    public async Task<Fate> FateAsync(string? transaction)
    {
        if (!ulong.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out _) || _server.FateOf(transaction) is not { } command)
        {
            return Fate.Unknown;
        }

        using var told = new MemoryStream();
        try
        {
            // Whoever broke off has not broken off this.
            await _pipe.RunAsync(command, ForAFate, null, piece => KeepAsync(told, piece), CancellationToken.None).ConfigureAwait(false);
            return Encoding.UTF8.GetString(told.ToArray()).Trim() switch
            {
                "committed" => Fate.Kept,
                "aborted" => Fate.TakenBack,
                _ => Fate.Unknown,
            };
        }
        catch (EngineException)
        {
            return Fate.Unknown;
        }
    }

    /// <summary>Runs a script for the first start.</summary>
    /// <param name="path">The script in the container.</param>
    /// <param name="digest">The SHA-256 of what it is expected to be.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>How it ended; null when the container sees another content there.</returns>
    public async Task<PipeEnd?> RunScriptAsync(string path, string digest, CancellationToken stop)
    {
        var end = await _pipe.RunAsync(_server.RunScript(path, digest), Longest, null, null, stop).ConfigureAwait(false);
        return end.ExitCode == IDatabaseServer.OtherContent ? null : end;
    }

    /// <summary>Carries out SQL, all of it or none where the server can do that.</summary>
    /// <param name="sql">The text, in UTF-8 without a byte order mark.</param>
    /// <param name="bytes">How long it is.</param>
    /// <param name="stop">Breaks off.</param>
    public async Task<Fed> FeedAsync(Stream sql, long bytes, CancellationToken stop)
    {
        var (before, after) = (Encoding.UTF8.GetBytes(_server.FeedBefore), Encoding.UTF8.GetBytes(_server.FeedAfter));
        var framed = new FramedStream(before, sql, after);
        await using (framed.ConfigureAwait(false))
        {
            var lines = new List<string>();
            var end = await _pipe.RunAsync(_server.Feed, Longest, (framed, before.Length + bytes + after.Length), new OwnLines(lines.Add).AddAsync, stop).ConfigureAwait(false);
            var transaction = lines.Find(line => line.StartsWith(IDatabaseServer.FeedingMark, StringComparison.Ordinal))?[IDatabaseServer.FeedingMark.Length..];
            return new Fed(end)
            {
                IsDone = lines.Contains(IDatabaseServer.FedMark),
                Errors = _server.ErrorsIn(end.Said),
                Fate = IsTransactional ? await FateAsync(transaction).ConfigureAwait(false) : null,
            };
        }
    }

    /// <summary>In which way others stood in a restore's way; null where they did not.</summary>
    public string? HeldBy(IReadOnlyList<string> said) => _server.HeldBy(said);

    /// <summary>The line at which SQL failed, by what was said; null when nothing tells.</summary>
    public int? LineOf(IReadOnlyList<string> said) => _server.LineOf(said);

    private static ValueTask KeepAsync(MemoryStream output, ReadOnlyMemory<byte> piece)
    {
        if (output.Length + piece.Length > MostFacts)
        {
            throw new DatabaseException("the server tells more of itself than can be meant");
        }

        output.Write(piece.Span);
        return ValueTask.CompletedTask;
    }
}
