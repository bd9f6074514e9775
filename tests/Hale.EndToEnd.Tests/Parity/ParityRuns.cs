using System.Collections.Concurrent;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>
/// Runs the projects a few at a time: asked for one, it begins the ones that will be asked for next, because a project mostly waits.
/// </summary>
public sealed class ParityRuns : IDisposable
{
    private const int Ahead = 2;

    private readonly SemaphoreSlim _room = new(Ahead + 1);
    private readonly Lazy<Task> _ready;
    private readonly ConcurrentDictionary<string, Lazy<Task<ParityPair>>> _runs = new();
    private FileStream? _turn;

    internal async Task<ParityPair> OfAsync(string name)
    {
        var names = ParityProject.Names;
        var at = names.ToList().IndexOf(name);
        foreach (var next in names.Skip(at).Take(Ahead + 1))
        {
            _ = Begun(next);
        }

        return await Begun(name);
    }

    public ParityRuns() => _ready = new Lazy<Task>(ReadyAsync);

    /// <summary>The same project twice by Compose, the second time with one more file.</summary>
    internal async Task<(ParityEnd Twin, ParityEnd Other)> SeededAsync(string name, string seed)
    {
        await _ready.Value;
        var file = Path.Combine(Path.GetTempPath(), $"hale-parity-seed-{Environment.ProcessId}.yaml");
        await File.WriteAllTextAsync(file, seed);
        try
        {
            var project = ParityProject.Load(name);
            return (await new ParityRun(project, StackTool.Compose).GoAsync(), await new ParityRun(project, StackTool.ComposeWith(file)).GoAsync());
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        _turn?.Dispose();
        _room.Dispose();
    }

    /// <summary>Waits for other test runs on this machine, because the projects' names and ports are fixed; then for the image.</summary>
    private async Task ReadyAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), "hale-parity.lock");
        while (_turn is null)
        {
            try
            {
                _turn = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }

        await TinyImage.EnsureAsync();
    }

    private Task<ParityPair> Begun(string name) =>
        _runs.GetOrAdd(name, next => new Lazy<Task<ParityPair>>(() => Task.Run(() => RunAsync(next)))).Value;

    private async Task<ParityPair> RunAsync(string name)
    {
        await _ready.Value;
        await _room.WaitAsync();
        try
        {
            var project = ParityProject.Load(name);
            if (project.Requires is { } needed && await ComposeVersionAsync() < Version.Parse(needed.Compose))
            {
                return new ParityPair(null, null, $"{needed.Because}, and this is {await ComposeVersionAsync()}");
            }

            var second = Environment.GetEnvironmentVariable("PARITY_AGAINST") == "compose"
                ? StackTool.Compose
                : StackTool.Hale;
            return new ParityPair(await new ParityRun(project, StackTool.Compose).GoAsync(), await new ParityRun(project, second).GoAsync(), null);
        }
        finally
        {
            _room.Release();
        }
    }

    private static async Task<Version> ComposeVersionAsync()
    {
        var said = await Tool.AskDockerAsync("compose", "version", "--short");
        return Version.Parse(said.Trim().TrimStart('v').Split('-', '+')[0]);
    }
}

/// <summary>The same project with Compose and with Hale, or why it was not run.</summary>
internal sealed record ParityPair(ParityEnd? Compose, ParityEnd? Hale, string? Skipped);

/// <summary>Keeps the parity tests from running beside each other: they share project names.</summary>
[CollectionDefinition(Name)]
public sealed class OneParityRun : ICollectionFixture<ParityRuns>
{
    public const string Name = "parity";
}
