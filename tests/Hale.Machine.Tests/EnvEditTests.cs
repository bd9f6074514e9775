using System.Text;
using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

/// <summary>Single values of an environment file are changed, and not a byte elsewhere.</summary>
public sealed class EnvEditTests
{
    [Theory]
    [InlineData("A=1\nB=2\n", "B", "3", "A=1\nB=3\n")]
    [InlineData("A=1\nB=2", "B", "3", "A=1\nB=3")]
    [InlineData("A=1\r\nB=2\r\n", "B", "3", "A=1\r\nB=3\r\n")]
    [InlineData("A=1\r\n", "B", "3", "A=1\r\nB=3\r\n")]
    [InlineData("A=1", "B", "3", "A=1\nB=3\n")]
    [InlineData("", "B", "3", "B=3\n")]
    [InlineData("# head\nexport B = 2   # why\nC=1\n", "B", "3", "# head\nexport B = 3   # why\nC=1\n")]
    [InlineData("B=\"two\nlines\" # both\nC=1\n", "B", "3", "B=3 # both\nC=1\n")]
    [InlineData("B=\"a\\\"b\"\nC=1\n", "B", "3", "B=3\nC=1\n")]
    [InlineData("B=1\nA=0\nB=2\n", "B", "3", "B=1\nA=0\nB=3\n")]
    [InlineData("B=\n", "B", "3", "B=3\n")]
    [InlineData("B=\nC=4\n", "B", "3", "B=3\nC=4\n")]
    [InlineData("B: 2\n", "B", "3", "B: 3\n")]
    [InlineData("B=2\n", "B", "two words", "B='two words'\n")]
    [InlineData("B=2\n", "B", "it's", "B=\"it's\"\n")]
    [InlineData("B=2\n", "B", "pa$$#word", "B='pa$$#word'\n")]
    [InlineData("B=2\n", "B", "C:\\new\\", "B=C:\\new\\\n")]
    [InlineData("B=2\n", "B", "a\\b", "B='a\\b'\n")]
    [InlineData("B=2\n", "B", "", "B=\n")]
    [InlineData("B=2\n", "B", "größe", "B='größe'\n")]
    [InlineData("\ufeffB=2\n", "B", "3", "\ufeffB=3\n")]
    public void One_value_changes(string file, string name, string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(EnvEdit.Set(Encoding.UTF8.GetBytes(file), new Dictionary<string, string> { [name] = value })));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("zero\0")]
    [InlineData("it's a $ign")]
    public void What_no_line_can_hold_is_refused(string value) =>
        Assert.Throws<FormatException>(() => EnvEdit.Set("B=2\n"u8.ToArray(), new Dictionary<string, string> { ["B"] = value }));

    [Fact]
    public void A_file_in_UTF_16_is_refused() =>
        Assert.Throws<FormatException>(() => EnvEdit.Set(Encoding.Unicode.GetPreamble(), new Dictionary<string, string> { ["B"] = "3" }));

    [Fact]
    public void Whatever_the_bytes_are_those_elsewhere_stay()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 3000; round++)
        {
            var file = Noise(random);
            if (EnvText.EncodingOf(file) is "utf-16")
            {
                continue;
            }

            var entries = EnvText.Entries(Encoding.Latin1.GetString(file));
            Assert.Equal(file, EnvEdit.Set(file, new Dictionary<string, string>()));
            if (SetOrNull(file) is not { } edited)
            {
                Assert.Contains(entries[^1].Value[0], "\"'");
                continue;
            }

            Assert.True(edited.AsSpan().IndexOf("new"u8) >= 0);
            foreach (var entry in entries.Where(entry => entry.Name == "NAME_X").TakeLast(1))
            {
                Assert.Equal(file[..(entry.Start + entry.ValueStart)], edited[..(entry.Start + entry.ValueStart)]);
                Assert.Equal(file[(entry.Start + entry.ValueStart + entry.ValueLength)..], edited[(entry.Start + entry.ValueStart + 3)..]);
            }
        }
    }

    [Fact]
    public void A_file_that_is_one_open_quote_is_read_in_one_go()
    {
        var file = "A=\"" + string.Concat(Enumerable.Repeat("x\n", 500_000));

        Assert.Single(EnvText.Entries(file));
    }

    // An open quote at the end of the file would swallow it.
    private static byte[]? SetOrNull(byte[] file)
    {
        try
        {
            return EnvEdit.Set(file, new Dictionary<string, string> { ["NAME_X"] = "new" });
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Noise(Random random)
    {
        string[] parts = ["NAME_X=", "A=1", "\n", "\r\n", "\"", "'", "#", " # note", " ", "\t", "export ", "=", "\\", "$X", "\0", "\u00e9", "NAME_X", ":", "\ufeff"];
        using var bytes = new MemoryStream();
        for (var count = random.Next(40); count > 0; count--)
        {
            bytes.Write(random.Next(5) == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(parts[random.Next(parts.Length)]));
        }

        return bytes.ToArray();
    }

    [Fact]
    public void Nothing_is_set_within_a_value_whose_quote_is_open() =>
        Assert.Contains("whose quote in line 2 is not closed", Assert.Throws<FormatException>(() => EnvEdit.Set("C=1\nA=\"open\n"u8.ToArray(), new Dictionary<string, string> { ["B"] = "3" })).Message, StringComparison.Ordinal);
}
