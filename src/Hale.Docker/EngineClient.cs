using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>One connection to the engine, made when the first call needs it, and the one place where its refusals become ours.</summary>
public sealed class EngineClient(Uri endpoint) : IDisposable
{
    // A first answer of a busy daemon may be slow without the daemon being dead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lazy<DockerClient> _client = new(() => new DockerClientBuilder().WithEndpoint(endpoint).WithTimeout(Timeout.InfiniteTimeSpan).Build());

    /// <summary>True when the engine is reached through a socket or pipe of this machine.</summary>
    public bool IsLocal => endpoint.Scheme is "unix" or "npipe";

    /// <summary>Asks the engine one thing, within a time-out.</summary>
    /// <exception cref="EngineException">The engine refused, could not be reached, or did not answer in time.</exception>
    public async Task<T> AskAsync<T>(Func<IDockerClient, CancellationToken, Task<T>> question, CancellationToken stop, TimeSpan? patience = null)
    {
        using var late = new CancellationTokenSource(patience ?? Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            return await question(_client.Value, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new EngineException($"The engine at {endpoint} did not answer within {(patience ?? Patience).TotalSeconds:0} s.");
        }
        catch (DockerApiException refusal)
        {
            throw new EngineException(WordsOf(refusal), refusal);
        }
        catch (JsonException nonsense)
        {
            throw new EngineException($"What answers at {endpoint} does not answer as a Docker engine does.", nonsense);
        }
        catch (AggregateException addresses)
        {
            // Docker.DotNet tries every address of a host, and throws what came of all of them.
            throw new EngineException($"The engine at {endpoint} cannot be reached: {addresses.InnerExceptions[^1].Message}", addresses);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException or TimeoutException)
        {
            throw new EngineException($"The engine at {endpoint} cannot be reached: {broken.Message}", broken);
        }
    }

    /// <summary>Tells the engine to do one thing, within a time-out.</summary>
    /// <exception cref="EngineException">As for <see cref="AskAsync"/>.</exception>
    public async Task DoAsync(Func<IDockerClient, CancellationToken, Task> deed, CancellationToken stop, TimeSpan? patience = null) =>
        await AskAsync(
            async (client, token) =>
            {
                await deed(client, token).ConfigureAwait(false);
                return true;
            },
            stop,
            patience).ConfigureAwait(false);

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    // The engine answers {"message":"..."}; the sentence inside is what a person can use.
    private static string WordsOf(DockerApiException refusal)
    {
        try
        {
            using var body = JsonDocument.Parse(refusal.ResponseBody ?? "");
            return body.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? refusal.Message : refusal.Message;
        }
        catch (JsonException)
        {
            return refusal.Message;
        }
    }
}
