using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>What is built and created on a real engine, beside what plain Compose builds and creates.</summary>
public sealed class EngineTests
{
    private const string Stack = """
        services:
          db: {image: "hale-compose-test-base", volumes: ["data:/d", "/anon"]}
          web:
            build: {context: ., args: {ODD: "a$$b ${HOME}"}, additional_contexts: {base: "docker-image://hale-compose-test-base"}}
            depends_on: {db: {condition: service_started, restart: true}}
            deploy: {replicas: 2}
            secrets: [file]
          named:
            image: hale-compose-test-named
            build: {context: ., tags: ["hale-compose-test-named:also"], network: none, pull: false}
            configs: [{source: text, target: /text}]
        secrets: {file: {file: ./secret.txt}}
        configs: {text: {content: hello}}
        volumes: {data: {}}
        """;

    private static readonly (string, string)[] Files =
    [
        ("compose.yaml", Stack),
        ("Dockerfile", "ARG ODD\nFROM base AS one\nFROM scratch\nARG ODD\nLABEL odd=$ODD\nCOPY secret.txt /file\nCMD [\"/file\"]\n"),
        ("secret.txt", "secret"),
    ];

    [Fact]
    public async Task Containers_networks_and_volumes_are_those_of_plain_Compose()
    {
        using var project = await ReadyAsync();
        try
        {
            await project.DockerAsync("compose", "build", "web", "named");
            await project.DockerAsync("compose", "up", "--no-start");
            var wanted = await SeenAsync(project);
            await project.DockerAsync("compose", "down", "--volumes");

            var early = await project.Composer().CreateAsync(["db"], TestContext.Current.CancellationToken);
            var only = (await project.DockerAsync("compose", "ps", "--all", "--services")).Output.Trim();
            var all = await project.Composer().CreateAsync(null, TestContext.Current.CancellationToken);
            var before = await IdsAsync(project);
            var plain = await project.DockerAsync("compose", "up", "--no-start");

            Assert.True(early.Done && all.Done && plain.Done, string.Join('\n', [.. early.Errors, .. all.Errors, plain.Errors]));
            Assert.Equal("db", only);
            Assert.Equal(wanted, await SeenAsync(project));
            Assert.Equal(before, await IdsAsync(project));
        }
        finally
        {
            await CleanAsync(project);
        }
    }

    [Fact]
    public async Task Images_are_built_as_Compose_builds_them_whoever_of_the_two_does_it()
    {
        using var project = await ReadyAsync();
        try
        {
            await project.DockerAsync("compose", "build", "web", "named");
            var wanted = await ImagesAsync(project);
            await project.DockerAsync("image", "rm", $"{project.Name}-web", "hale-compose-test-named", "hale-compose-test-named:also");

            var steps = new List<BuildStep>();
            var answer = await project.Composer().BuildAsync(["web", "named", "db"], true, steps.Add, TestContext.Current.CancellationToken);

            Assert.True(answer.Done, string.Join('\n', answer.Errors));
            Assert.Equal(wanted, await ImagesAsync(project));
            Assert.Contains(steps, step => step.Service == "web" && step.Name.Contains("COPY secret.txt", StringComparison.Ordinal));
            Assert.Contains(project.Runner.Ran, command => command.Arguments.Contains("bake"));
            Assert.Contains(project.Runner.Ran, command => command.Arguments.Contains("build") && command.Arguments.Contains("named"));
        }
        finally
        {
            await CleanAsync(project);
        }
    }

    [Fact]
    public async Task A_build_that_fails_says_where()
    {
        Assert.SkipUnless(TestProject.HasEngine, "no Docker engine answers");
        using var project = new TestProject(("compose.yaml", "services: {a: {build: .}}\n"), ("Dockerfile", "FROM scratch\nCOPY nothing-there /\n"));

        var answer = await project.Composer().BuildAsync(["a"], false, _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(17, answer.ExitCode);
        Assert.Contains("Dockerfile:2", answer.Errors);
        Assert.Contains(answer.Errors, line => line.Contains("\"/nothing-there\": not found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_that_only_Compose_can_do_touches_no_other_service_and_recreates_nothing()
    {
        using var project = await ReadyAsync();
        try
        {
            await project.Composer().BuildAsync(["web", "named"], false, _ => { }, TestContext.Current.CancellationToken);
            await project.Composer().CreateAsync(null, TestContext.Current.CancellationToken);
            var before = await IdsAsync(project);

            // The image holds no program, so the start itself is refused; that it was tried shows in the exit code.
            var answer = await project.Composer().StartAsync("web", TestContext.Current.CancellationToken);
            var states = (await project.DockerAsync("compose", "ps", "--all", "--format", "{{.Service}} {{.State}}")).Output;

            Assert.False(answer.Done);
            Assert.Equal(before, await IdsAsync(project));
            Assert.Contains("db created", states, StringComparison.Ordinal);
        }
        finally
        {
            await CleanAsync(project);
        }
    }

    private static async Task<TestProject> ReadyAsync()
    {
        Assert.SkipUnless(TestProject.HasEngine, "no Docker engine answers");
        var project = new TestProject(Files);
        project.Write("base/Dockerfile", "FROM scratch\nCOPY Dockerfile /\nCMD [\"/Dockerfile\"]\n");
        var built = await project.DockerAsync("build", "--quiet", "--tag", "hale-compose-test-base", "base");
        Assert.True(built.Done, built.Errors);
        return project;
    }

    private static async Task CleanAsync(TestProject project)
    {
        await project.DockerAsync("compose", "down", "--volumes", "--timeout", "1");
        await project.DockerAsync("image", "rm", "--force", $"{project.Name}-web", "hale-compose-test-named:also", "hale-compose-test-named");
    }

    private static async Task<string> IdsAsync(TestProject project) =>
        string.Join('\n', (await project.DockerAsync("compose", "ps", "--all", "--quiet")).Output.Split('\n').Order());

    /// <summary>All of the project's containers, networks and volumes, without what no two runs have in common.</summary>
    private static async Task<string> SeenAsync(TestProject project)
    {
        var filter = $"label=com.docker.compose.project={project.Name}";
        var seen = new List<string>();
        foreach (var id in Lines((await project.DockerAsync("ps", "--all", "--quiet", "--filter", filter)).Output))
        {
            var container = await project.DockerAsync(
                "inspect", id, "--format", "{{.Name}} {{json .Config.Labels}} {{json .Config.Env}} {{json .Config.Cmd}} {{json .HostConfig.Binds}} {{.Image}} {{.State.Status}}");
            seen.Add(container.Output.Trim());
        }

        seen.AddRange(Lines((await project.DockerAsync("network", "ls", "--filter", filter, "--format", "{{.Name}} {{.Labels}}")).Output).Select(SortLabels));
        seen.AddRange(Lines((await project.DockerAsync("volume", "ls", "--filter", filter, "--format", "{{.Name}} {{.Labels}}")).Output).Select(SortLabels));
        return string.Join('\n', seen.Order(StringComparer.Ordinal));
    }

    private static async Task<string> ImagesAsync(TestProject project)
    {
        var inspected = await project.DockerAsync("image", "inspect", $"{project.Name}-web", "hale-compose-test-named", "hale-compose-test-named:also");
        using var document = JsonDocument.Parse(inspected.Output);

        // Built without a cache, a layer has times of its own, so the layers are counted only.
        return string.Join('\n', document.RootElement.EnumerateArray().Select(image =>
            $"{image.GetProperty("RepoTags")} {image.GetProperty("Config").GetProperty("Labels")} {image.GetProperty("RootFS").GetProperty("Layers").GetArrayLength()}"));
    }

    private static string SortLabels(string line) => string.Join(',', line.Split(',', ' ').Order(StringComparer.Ordinal));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
