using System.Security.Cryptography;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Nothing outside the project's containers, <c>.hale/</c> and a missing <c>.env</c> is changed.</summary>
[Collection(Alone)]
public sealed class NothingElseTests : EndToEndTest
{
    private const string Alone = "whole engine";

    [Fact]
    public async Task Up_and_down_leave_everything_else_as_it_was()
    {
        var neighbour = Project(Stacks.Sound);
        await neighbour.ComposeAsync("up", "-d");
        var project = Project(Stacks.Sound);
        project.Write(".env.example", "GREETING=hello\n");
        project.Write("src/app.txt", "an app\n");

        var files = FilesOf(project);
        var theirs = FilesOf(neighbour);
        var world = await WorldAsync(neighbour.Name);
        await project.HaleDoesAsync("docker", "--yes");
        Assert.Equal(files, FilesOf(project));
        Assert.Equal("GREETING=hello\n", await File.ReadAllTextAsync(project.PathOf(".env"), TestContext.Current.CancellationToken));

        await project.HaleDoesAsync("down", "--volumes", "data");

        Assert.Equal(files, FilesOf(project));
        Assert.Equal(theirs, FilesOf(neighbour));
        Assert.Equal(world, await WorldAsync(neighbour.Name));
    }

    [Fact]
    public async Task Git_sees_no_change_after_a_run()
    {
        var project = Project(Stacks.Sound);
        foreach (var arguments in (string[][])[["init", "-q"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "a project"]])
        {
            Assert.Equal(0, (await Tool.RunAsync("git", arguments, project.Folder)).ExitCode);
        }

        await project.HaleDoesAsync("docker");

        Assert.Equal("", (await Tool.RunAsync("git", ["status", "--porcelain"], project.Folder)).Output);
    }

    private static IReadOnlyList<string> FilesOf(TestProject project) =>
    [
        .. Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(project.PathOf(".hale") + "/", StringComparison.Ordinal) && file != project.PathOf(".env"))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file} {File.GetUnixFileMode(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];

    // On an engine that others use too, only the neighbour can be held to stay as it is.
    private static async Task<IReadOnlyList<string>> WorldAsync(string neighbour)
    {
        string[] filter = Repository.IsAlone ? [] : ["--filter", $"label=com.docker.compose.project={neighbour}"];
        var containers = await Container.InspectAsync(await Container.IdsAsync(filter));
        var volumes = await Tool.AskDockerAsync(["volume", "ls", "--format", "volume {{.Name}}", .. filter]);
        var networks = await Tool.AskDockerAsync(["network", "ls", "--no-trunc", "--format", "network {{.ID}} {{.Name}}", .. filter]);
        var images = Repository.IsAlone ? await Tool.AskDockerAsync("image", "ls", "-a", "--no-trunc", "--format", "image {{.ID}} {{.Repository}}:{{.Tag}}") : "";
        return
        [
            .. containers.Select(container => $"{container.Run} {container.State}"),
            .. $"{volumes}\n{networks}\n{images}".Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>While the whole engine is compared, nobody else may use it.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class WholeEngine;
}
