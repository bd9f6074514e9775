using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

/// <summary>What nobody wrote on purpose is seen in a value, and nothing else.</summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("abc\"", "ends with a quote that nothing opens")]
    [InlineData("abc'", "ends with a quote that nothing opens")]
    [InlineData("\"abc \"", "has blanks inside its quotes at the edge")]
    [InlineData("' abc'", "has blanks inside its quotes at the edge")]
    [InlineData("\"  \"", "holds nothing but blanks")]
    [InlineData("\u201cabc\u201d", "stands in typographic quotes, which become part of the value")]
    [InlineData("`abc`", "stands in backquotes, which become part of the value")]
    [InlineData("a\u00a0b", "holds a character that cannot be seen (U+00A0)")]
    [InlineData("abc\u200b", "holds a character that cannot be seen (U+200B)")]
    [InlineData("a\u0007b", "holds a character that cannot be seen (U+0007)")]
    [InlineData("", null)]
    [InlineData("abc", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"", null)]
    [InlineData("it's", null)]
    [InlineData("'it\"s'", null)]
    [InlineData("\"two\nlines\"", null)]
    [InlineData("5'10\"", null)]
    [InlineData("größe", null)]
    public void A_value_is_odd_or_not(string written, string? says) => Assert.Equal(says, OddValue.Of(written));
}
