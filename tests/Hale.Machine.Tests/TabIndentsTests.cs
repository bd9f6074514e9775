using Hale.Machine.Probes;

namespace Hale.Machine.Tests;

/// <summary>How deep a line that is indented with tabs was meant to be.</summary>
public sealed class TabIndentsTests
{
    [Theory]
    [InlineData("services:\n  app:\n    image: a\n\tinit: true\n", "4:4")]
    [InlineData("services:\n    app:\n\timage: a\n\tinit: true\n", "3:8 4:8")]
    [InlineData("services:\n\tapp:\n\t\timage: a\n\tweb:\n\t\timage: b\n", "2:2 3:4 4:2 5:4")]
    [InlineData("services:\n  app:\n    ports:\n\t  - 80:80\n# \tnote\n", "4:6")]
    [InlineData("services:\n  app:\n    image: a\n", "")]
    public void The_lines_around_it_tell(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TabIndents.Of(text.Split('\n')).Select(line => $"{line.Line}:{line.Blanks}")));
}
