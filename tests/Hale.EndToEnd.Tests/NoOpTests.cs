using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A run that finds nothing to do runs no other program.</summary>
public sealed class NoOpTests : EndToEndTest
{
    [Fact]
    public async Task A_second_run_with_nothing_changed_starts_no_other_program()
    {
        var project = Project(Stacks.Sound);
        var calls = Recorder(project);

        await project.HaleDoesAsync("docker");
        Assert.NotEmpty(Calls(calls));
        await project.HaleDoesAsync("docker");
        File.Delete(calls);
        var before = await project.ContainersAsync();
        await project.HaleDoesAsync("docker");

        Assert.Empty(Calls(calls));
        Assert.Equal(before.Select(container => container.Run), (await project.ContainersAsync()).Select(container => container.Run));
    }

    [Fact]
    public async Task A_stack_with_a_build_is_not_built_again_when_no_input_changed_and_is_when_one_did()
    {
        var project = Project("services:\n  app:\n    build: ./app\n");
        project.Write("app/Dockerfile", "FROM hale.test/tiny:1\nCOPY word /word\n");
        project.Write("app/word", "one");
        var calls = Recorder(project);
        await project.HaleDoesAsync("docker");
        await project.HaleDoesAsync("docker");
        File.Delete(calls);

        await project.HaleDoesAsync("docker");
        Assert.Empty(Calls(calls));

        project.Write("app/word", "two");
        await project.HaleDoesAsync("docker");
        Assert.Equal("two", (await project.InsideAsync("app", "cat", "/word")).Trim());
    }

    private static string[] Calls(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    /// <summary>Puts a folder first on PATH in which every program writes its name down before it runs.</summary>
    private static string Recorder(TestProject project)
    {
        var folder = project.PathOf(".programs");
        var calls = Path.Combine(folder, "calls");
        Directory.CreateDirectory(folder);
        var paths = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var recorder = Path.Combine(folder, "recorder");
        File.WriteAllText(
            recorder,
            $"""
            #!/bin/sh
            PATH='{string.Join(':', paths)}'
            printf '%s %s\n' "$0" "$*" >>'{calls}'
            exec "$(command -v "$(basename "$0")")" "$@"
            """);
        File.SetUnixFileMode(recorder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var program in paths.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Select(file => Path.GetFileName(file)).Distinct())
        {
            File.CreateSymbolicLink(Path.Combine(folder, program), recorder);
        }

        // Only this folder: a program that is not in it cannot be started unseen.
        project.With("PATH", folder);
        return calls;
    }
}
