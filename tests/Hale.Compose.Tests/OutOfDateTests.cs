
namespace Hale.Compose.Tests;

/// <summary>Which images are built anew, after real builds.</summary>
public sealed class OutOfDateTests
{
    private static readonly (string, string)[] Files =
    [
        ("compose.yaml", "services:\n  a: {build: ./a}\n  b: {build: {context: ./b, additional_contexts: {shared: ./shared}}}\n  c: {image: x}\n"),
        ("a/Dockerfile", "FROM scratch\nCOPY . /\n"),
        ("a/.dockerignore", "*.log\ndocs\n!docs/keep.md\n"),
        ("a/src/main", "1"),
        ("b/Dockerfile", "FROM scratch\nCOPY --from=shared . /\n"),
        ("shared/file", "1"),
    ];

    [Fact]
    public async Task What_was_never_built_is_out_of_date_and_what_was_just_built_is_not()
    {
        using var project = await BuiltAsync(check: true);

        Assert.Empty(await OutOfDateAsync(project));
    }

    [Theory]
    [InlineData("a/src/main", "22", "a")]
    [InlineData("a/src/new", "1", "a")]
    [InlineData("a/Dockerfile", "FROM scratch\nCOPY src /\n", "a")]
    [InlineData("a/docs/keep.md", "1", "a")]
    [InlineData("a/.dockerignore", "*.txt\n", "a")]
    [InlineData("a/noise.log", "1", "")]
    [InlineData("a/docs/other.md", "1", "")]
    [InlineData("a/.git/index", "1", "")]
    [InlineData("a/.hale/journal", "1", "")]
    [InlineData("shared/file", "22", "b")]
    [InlineData("README.md", "1", "")]
    [InlineData("compose.yaml", "services:\n  a: {build: {context: ./a, args: {X: 1}}}\n  b: {build: {context: ./b, additional_contexts: {shared: ./shared}}}\n", "a")]
    public async Task A_change_makes_its_own_services_out_of_date(string path, string text, string stale)
    {
        using var project = await BuiltAsync(check: false);

        project.Write(path, text);

        Assert.Equal(stale, string.Join(' ', await OutOfDateAsync(project)));
    }

    private static async Task<TestProject> BuiltAsync(bool check)
    {
        Assert.SkipUnless(TestProject.HasEngine, "no Docker engine answers");
        var project = new TestProject(Files);
        if (check)
        {
            Assert.Equal(["a", "b"], await OutOfDateAsync(project));
        }

        var answer = await project.Composer().BuildAsync(["a", "b"], false, _ => { }, TestContext.Current.CancellationToken);
        await project.DockerAsync("image", "rm", $"{project.Name}-a", $"{project.Name}-b");
        Assert.Equal((0, ""), (answer.ExitCode, string.Join('\n', answer.Errors)));
        return project;
    }

    private static async Task<IReadOnlyList<string>> OutOfDateAsync(TestProject project)
    {
        var composer = project.Composer();
        var stack = (await composer.ResolveAsync(TestContext.Current.CancellationToken)).Stack!;
        return await composer.OutOfDateAsync(stack, TestContext.Current.CancellationToken);
    }
}
