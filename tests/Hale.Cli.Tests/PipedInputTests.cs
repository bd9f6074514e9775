using System.Text;
using Hale.Cli.Runs;

namespace Hale.Cli.Tests;

/// <summary>A value that is piped in is set whole, or not at all.</summary>
public sealed class PipedInputTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("one\n", "one")]
    [InlineData("one\r\ntwo\r\n", "one\r\ntwo")]
    [InlineData("péché", "péché")]
    public async Task What_comes_is_the_value_without_the_line_ends_behind_it(string input, string? value) =>
        Assert.Equal(value, await ReadAsync(Encoding.UTF8.GetBytes(input)));

    [Fact]
    public async Task The_longest_value_is_whole() => Assert.Equal(PipedInput.Largest, (await ReadAsync(new byte[PipedInput.Largest]))?.Length);

    [Fact]
    public async Task A_longer_one_is_refused() =>
        Assert.Contains("more than 65536 bytes", (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(new byte[PipedInput.Largest + 1]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused() =>
        Assert.Contains("no UTF-8", (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync("p\u00e9ss"u8.ToArray()[..2]))).Message, StringComparison.Ordinal);

    private static async Task<string?> ReadAsync(byte[] bytes)
    {
        using var input = new MemoryStream(bytes);
        return await PipedInput.ReadAsync(input, TestContext.Current.CancellationToken);
    }
}
