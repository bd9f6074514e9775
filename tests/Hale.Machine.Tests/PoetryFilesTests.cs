using Hale.Machine.Python;

namespace Hale.Machine.Tests;

/// <summary>What is read of Poetry's files, against what Poetry 2.1.2 itself wrote.</summary>
public sealed class PoetryFilesTests
{
    [Fact]
    public void The_hash_is_the_one_that_Poetry_writes()
    {
        const string Pyproject = """
            [tool.poetry]
            name = "api"
            version = "0.1.0"
            description = ""
            authors = []

            [tool.poetry.dependencies]
            python = ">=3.11"
            """;

        Assert.Equal("1d1aeb46f29959994043b0e716c24eb2803261665aa7ccc87b9bc6747c381ce0", ContentHash.Of(TomlReader.Read(Pyproject)));
    }

    [Fact]
    public void A_project_table_counts_and_dependency_groups_leave_the_hash_open()
    {
        const string Pyproject = """
            [project]
            name = "app"
            version = "0.1.0"
            requires-python = ">=3.11,<4"
            dependencies = []

            [tool.poetry]
            package-mode = false

            [tool.poetry.dependencies]
            lib = {path = "lib", develop = true}
            """;

        Assert.Equal("50e1f0ea24519cc14b6fb3c3fa56fded47bdfe899d05c4998b21ad16a762e064", ContentHash.Of(TomlReader.Read(Pyproject)));
        Assert.Null(ContentHash.Of(TomlReader.Read(Pyproject + "\n[dependency-groups]\ndev = []\n")));
    }

    [Theory]
    [InlineData("a = 1\nb = \"open\n", 2)]
    [InlineData("a = 1\n<<<<<<< HEAD\n", 2)]
    [InlineData("a = 1\na = 2\n", 2)]
    [InlineData("a = [1,\n2,\n", 3)]
    public void A_broken_file_breaks_at_its_line(string text, int line) =>
        Assert.InRange(Assert.Throws<TomlException>(() => TomlReader.Read(text)).Line, line, line + 1);

    [Fact]
    public void Texts_lists_and_tables_are_read_as_they_are_meant()
    {
        var read = TomlReader.Read("[[package]]\nname = 'a#b' # word\nfiles = [\n  {file = \"x\", size = 1_000},\n]\n[package.extras]\n\"a.b\" = [\"\"\"two\nlines\"\"\"]\n");

        var package = Assert.IsType<SortedDictionary<string, object>>(Assert.Single(Assert.IsType<List<object>>(read["package"])));
        Assert.Equal("a#b", package["name"]);
        Assert.Equal(1000L, PyprojectFacts.Table(new(StringComparer.Ordinal) { ["file"] = Assert.IsType<List<object>>(package["files"])[0] }, "file")["size"]);
        Assert.Equal("two\nlines", Assert.Single(Assert.IsType<List<object>>(PyprojectFacts.Table(package, "extras")["a.b"])));
    }
}
