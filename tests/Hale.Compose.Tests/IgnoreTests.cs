using Hale.Compose.Builds;

namespace Hale.Compose.Tests;

/// <summary>Ignore files as the builder reads them.</summary>
public sealed class IgnoreTests
{
    [Theory]
    [InlineData("node_modules", "node_modules/a/b.js", true)]
    [InlineData("node_modules", "web/node_modules/a.js", false)]
    [InlineData("**/node_modules", "web/node_modules/a.js", true)]
    [InlineData("**/node_modules", "node_modules", true)]
    [InlineData("/dist/", "dist/a", true)]
    [InlineData("./dist", "dist/a", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("*/*.md", "docs/README.md", true)]
    [InlineData("**/*.pyc", "a/b/c.pyc", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "b/a/c", false)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("?.txt", "a.txt", true)]
    [InlineData("?.txt", "ab.txt", false)]
    [InlineData("[a-c].txt", "b.txt", true)]
    [InlineData("[^a-c].txt", "b.txt", false)]
    [InlineData("\\*.txt", "a.txt", false)]
    [InlineData("\\*.txt", "*.txt", true)]
    [InlineData("# a.txt", "# a.txt", false)]
    [InlineData("*\n!keep.txt", "keep.txt", false)]
    [InlineData("*\n!keep.txt", "drop.txt", true)]
    [InlineData("!keep.txt\n*", "keep.txt", true)]
    [InlineData("docs\n!docs/keep.md", "docs/keep.md", false)]
    [InlineData("docs\n!docs/keep.md", "docs/drop.md", true)]
    [InlineData(" a.txt \r\n", "a.txt", true)]
    [InlineData("a/../b", "b", true)]
    public void A_path_is_ignored_as_the_builder_ignores_it(string file, string path, bool ignored) =>
        Assert.Equal(ignored, FateOf(file, path).Ignored);

    [Theory]
    [InlineData("docs\n!docs/keep.md", "docs", true)]
    [InlineData("docs\n!docs/keep.md", "other", false)]
    [InlineData("*\n!**/*.py", "other", true)]
    [InlineData("node_modules", "node_modules", false)]
    [InlineData("*\n!src/*/a", "src", true)]
    [InlineData("*\n!src/*/a", "src/deep", true)]
    [InlineData("*\n!src/*/a", "sources", false)]
    public void An_ignored_folder_is_entered_only_when_something_in_it_may_count(string file, string folder, bool entered) =>
        Assert.Equal(entered, IgnoreRules.Parse(file).MayKeepBelow(folder));

    private static IgnoreRules.Fate FateOf(string file, string path)
    {
        var rules = IgnoreRules.Parse(file);
        var fate = rules.Root;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            fate = rules.Of(path[..slash], fate);
        }

        return rules.Of(path, fate);
    }
}
