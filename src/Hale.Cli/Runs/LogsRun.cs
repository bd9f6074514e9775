using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hale.Kernel.Engines;

namespace Hale.Cli.Runs;

/// <summary><c>hale logs</c>: what the services print, all in one stream; one that prints much does not hold the others back.</summary>
internal sealed class LogsRun(Rooms rooms, LogsOptions options)
{
    public async IAsyncEnumerable<LogLine> RunAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var lines = Channel.CreateBounded<LogLine>(1024);
        var containers = await ContainersAsync(stop).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = ReadAllAsync(containers, lines.Writer, end.Token);

        await foreach (var line in lines.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            yield return line;
        }

        await reading.ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Container>> ContainersAsync(CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        foreach (var name in options.Services)
        {
            Models.NeedService(stack, name);
        }

        try
        {
            var all = await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
            return [.. all.Where(container => options.Services.Count == 0 || options.Services.Contains(container.Service))];
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    private async Task ReadAllAsync(IReadOnlyList<Container> containers, ChannelWriter<LogLine> into, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(containers.Select(container => ReadAsync(container, into, stop))).ConfigureAwait(false);
            into.TryComplete();
        }
        catch (EngineException refusal)
        {
            into.TryComplete(new ProblemException(Models.EngineProblem(refusal)));
        }
        catch (OperationCanceledException broken)
        {
            into.TryComplete(broken);
        }
    }

    private async Task ReadAsync(Container container, ChannelWriter<LogLine> into, CancellationToken stop)
    {
        await foreach (var line in rooms.Engine.OutputAsync(container.Id, options.Tail, options.Follow, stop).ConfigureAwait(false))
        {
            await into.WriteAsync(new LogLine(container.Service, container.Number, line.IsError, line.Text), stop).ConfigureAwait(false);
        }
    }
}
