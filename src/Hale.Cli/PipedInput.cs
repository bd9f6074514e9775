using System.Text;
using Hale.Cli.Runs;

namespace Hale.Cli;

/// <summary>A value that is piped in, such as a whole file.</summary>
internal static class PipedInput
{
    /// <summary>The most bytes of a value: more was meant for something else.</summary>
    public const int Largest = 64 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string?> ReadAsync(CancellationToken stop)
    {
        using var input = Console.OpenStandardInput();
        return await ReadAsync(input, stop).ConfigureAwait(false);
    }

    /// <summary>All of it, without the line ends behind it; null where there is nothing.</summary>
    /// <exception cref="ProblemException">It is too long, or not written in UTF-8: a value that is not all there, or is another one, would be set.</exception>
    public static async Task<string?> ReadAsync(Stream input, CancellationToken stop)
    {
        var bytes = new byte[Largest + 1];
        var read = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        if (read > Largest)
        {
            throw new ProblemException(new Problem($"standard input holds more than {Largest} bytes, the most that a value may have; nothing was set"));
        }

        try
        {
            return read == 0 ? null : Strict.GetString(bytes, 0, read).TrimEnd('\r', '\n');
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(new Problem("standard input holds bytes that are no UTF-8; nothing was set") { Advice = ["iconv -f latin1 -t utf-8 FILE | hale env set NAME", "base64 -w0 FILE | hale env set NAME"] });
        }
    }
}
