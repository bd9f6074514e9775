using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>The cached model is used exactly as long as nothing that it was made of has changed.</summary>
public sealed class ModelCacheTests
{
    private static readonly (string, string)[] Files =
    [
        ("compose.yaml",
            """
            include:
              - sub/more.yaml
            services:
              a:
                extends: {file: base.yml, service: base}
                environment: {SECRET: "hush-hush", FROM_ENV: "${HALE_TEST_VARIABLE:-none}"}
                env_file: [{path: a.env, required: false}]
                build: {context: ., args: {TOKEN: "do-not-keep", VERSION: "3"}}
            """),
        ("base.yml", "services: {base: {image: x, command: one}}\n"),
        ("sub/more.yaml", "services: {b: {image: y}}\n"),
        ("Dockerfile", "ARG VERSION\nFROM some:$VERSION\nARG TOKEN\n"),
        (".env", "OTHER=1\n"),
    ];

    [Fact]
    public async Task A_second_run_with_nothing_changed_runs_no_process()
    {
        using var project = Project();
        var first = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        var before = project.Runner.Ran.Count;

        var second = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        Assert.False(first.FromCache);
        Assert.True(second.FromCache);
        Assert.Equal(before, project.Runner.Ran.Count);
        Assert.Equal(first.Stack!.Services.Select(Words), second.Stack!.Services.Select(Words));
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "compose.yaml", "services: {a: {image: x}}\n" },
        { "base.yml", "services: {base: {image: x, command: two}}\n" },
        { "sub/more.yaml", "services: {b: {image: z}}\n" },
        { "a.env", "NEW=1\n" },
        { ".env", "OTHER=2\n" },
        { "sub/.env", "OTHER=2\n" },
        { "compose.override.yaml", "services: {a: {command: three}}\n" },
        { "Dockerfile", "ARG VERSION\nARG MORE\nFROM some:$VERSION\n" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_file_that_changes_or_appears_ends_the_cached_model(string path, string text)
    {
        using var project = Project();
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        project.Write(path, text);

        Assert.False((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).FromCache);
        Assert.True((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).FromCache);
    }

    [Fact]
    public async Task A_variable_that_the_files_mention_ends_it_and_another_does_not()
    {
        using var project = Project();
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        try
        {
            Environment.SetEnvironmentVariable("HALE_TEST_UNRELATED", "1");
            Assert.True((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).FromCache);

            Environment.SetEnvironmentVariable("HALE_TEST_VARIABLE", "1");
            Assert.False((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).FromCache);
        }
        finally
        {
            Environment.SetEnvironmentVariable("HALE_TEST_VARIABLE", null);
            Environment.SetEnvironmentVariable("HALE_TEST_UNRELATED", null);
        }
    }

    [Fact]
    public async Task The_overlay_and_what_was_asked_for_end_it()
    {
        using var project = Project();
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        project.Overlay.Add([new OverlayLine { Service = "b", Path = ["image"], Values = ["w"], Because = "a test", Fault = "test" }]);
        var overlaid = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        project.Project = project.Project with { Name = "another" };
        var renamed = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, "w"), (overlaid.FromCache, overlaid.Stack!.Find("b")!.Image));
        Assert.Equal((false, "another"), (renamed.FromCache, renamed.Stack!.Name));
    }

    [Fact]
    public async Task No_value_that_may_be_secret_is_kept()
    {
        using var project = Project();
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(Path.Combine(project.Folder, ".hale/cache/model.json"), TestContext.Current.CancellationToken);
        var stack = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;

        Assert.Contains("SECRET", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("do-not-keep", kept, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, string?> { ["VERSION"] = "3" }, stack.Find("a")!.Build!.Args);
    }

    [Theory]
    [InlineData("x-hale: {faults: [{name: n, match: m, cause: it lacks heron-over-water, advice: set it}]}\nservices: {a: {image: x}}\n")]
    [InlineData("x-hale: {faults: [{name: n, match: m, cause: c, subject: a, command: [set, heron-over-water]}]}\nservices: {a: {image: x}}\n")]
    [InlineData("x-hale: {faults: [{name: n, match: m, cause: c, advice: set heron-over-water}]}\nservices: {a: {image: x}}\n")]
    [InlineData("services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM x\n        ENV TOKEN=heron-over-water\n")]
    [InlineData("services:\n  a:\n    build:\n      args: {TOKEN: heron-over-water}\n      dockerfile_inline: |\n        ARG TOKEN\n        FROM x:$$TOKEN\n")]
    public async Task A_secret_that_is_written_out_is_a_reason_not_to_keep_it(string file)
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", file)) { Secret = "heron-over-water" };
        project.Write(".hale/cache/model.json", "{}");

        Assert.NotNull((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack);
        Assert.False(File.Exists(Path.Combine(project.Folder, ".hale/cache/model.json")));
    }

    [Theory]
    [InlineData("services: {a: {image: x, env_file: [{path: \"${HOME}/no.env\", required: false}]}}\n")]
    [InlineData("x-files: &files [{path: \"$HOME/no.env\", required: false}]\nservices: {a: {image: x, env_file: *files}}\n")]
    public async Task A_path_that_cannot_be_told_here_is_a_reason_not_to_keep_it(string file)
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", file));

        Assert.NotNull((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack);
        Assert.False((await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).FromCache);
    }

    [Theory]
    [InlineData("{\"key\": ")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("null\nnull")]
    public async Task A_damaged_cache_is_no_cache(string damage)
    {
        using var project = Project();
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        project.Write(".hale/cache/model.json", damage);

        var answer = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        Assert.False(answer.FromCache);
        Assert.NotNull(answer.Stack);
    }

    private static TestProject Project()
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        return new TestProject(Files);
    }

    private static string Words(Service service) => $"{service.Name} {service.Image} {service.Replicas} {service.Build?.Context}";
}
