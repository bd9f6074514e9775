using System.Net.Sockets;

namespace Hale.Docker;

/// <summary>A plain HTTP client for an engine's address, for the first questions, when it is not known yet whether anybody is there.</summary>
internal static class EngineHttp
{
    public static HttpClient To(Uri address) => address.Scheme switch
    {
        "unix" => new HttpClient(OverSocket(address.AbsolutePath)) { BaseAddress = new Uri("http://engine") },
        "tcp" => new HttpClient { BaseAddress = new Uri($"http://{address.Authority}") },
        "http" or "https" => new HttpClient { BaseAddress = address },
        var scheme => throw new NotSupportedException($"Hale cannot speak to an engine over '{scheme}'"),
    };

    private static SocketsHttpHandler OverSocket(string path) => new()
    {
        ConnectCallback = async (_, stop) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
