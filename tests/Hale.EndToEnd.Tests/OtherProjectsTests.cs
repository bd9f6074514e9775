using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Projects that have never seen Hale come up like the example.</summary>
[Collection(StandInsCollection.Name)]
public sealed class OtherProjectsTests : EndToEndTest
{
    private static readonly TimeSpan FirstRun = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task A_second_project_with_builds_comes_up_and_answers()
    {
        var project = CopyOf("tests/projects/bookshelf");
        var port = project.WithFreePort("BOOKSHELF_PORT");

        var ran = await project.HaleWithinAsync(FirstRun, "docker", "--yes");

        Assert.True(ran.ExitCode == 0, ran.Told);
        Assert.Equal(["duster running", "reader running", "shelf running"], await project.StatesAsync());
        Assert.Contains("The reading room", await PageAsync(port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_with_nothing_to_build_comes_up_and_answers()
    {
        var project = CopyOf("tests/projects/nothing-to-build");
        var port = project.WithFreePort("SITE_PORT");

        var ran = await project.HaleWithinAsync(FirstRun, "docker", "--yes");

        Assert.True(ran.ExitCode == 0, ran.Told);
        Assert.Equal(["cache running", "db running", "site running"], await project.StatesAsync());
        Assert.Equal(
            await File.ReadAllTextAsync(project.PathOf("html/index.html"), TestContext.Current.CancellationToken),
            await PageAsync(port));
    }

    private static async Task<string> PageAsync(int port)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken);
    }
}
