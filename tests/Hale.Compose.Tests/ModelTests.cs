using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>The model as the real Compose resolves it.</summary>
public sealed class ModelTests
{
    private const string Rich = """
        name: hale-rich
        x-hale: {mirrors: ["localhost:5000"]}
        services:
          db:
            image: some/db
            environment: {PW: "a$$b", PLAIN: x}
            healthcheck: {test: ["CMD", "true"], interval: 1m30s}
            ports: ["8080-8081:80-81", "127.0.0.1::90", "9000:9000/udp", {target: 70, published: "7000-7002"}]
            volumes: ["data:/d", "./sub:/s:ro", "/anon"]
            tmpfs: [/t]
            deploy: {replicas: 2}
            restart: unless-stopped
          off:
            image: some/off
            scale: 3
            healthcheck: {disable: true}
            network_mode: service:db
            env_file: [{path: ./nope.env, required: false}]
            platform: linux/amd64
            pull_policy: missing
          none: {image: some/none, healthcheck: {test: ["NONE"]}}
          web:
            build: ./sub
            depends_on:
              db: {condition: service_healthy, restart: true}
              off: {condition: service_completed_successfully, required: false}
          inline:
            build:
              context: ./sub
              dockerfile_inline: "FROM some/db\nRUN echo $${HOME}"
              args: {VERSION: "1$$2"}
              target: last
              additional_contexts: {"node:20": "docker-image://mine", shared: ../shared}
          git: {image: "mine:1", build: {context: "https://example.com/a.git#main:dir", dockerfile: Other}}
          hidden: {image: x, profiles: [dev]}
        volumes: {data: {}, kept: {external: true, name: someone-elses}}
        """;

    [Fact]
    public async Task The_model_holds_what_the_files_say()
    {
        var (stack, folder) = await ResolveAsync(Rich);

        Assert.Equal("hale-rich", stack.Name);
        Assert.Equal(["localhost:5000"], stack.Settings.Mirrors);
        Assert.Equal(["db", "git", "inline", "none", "off", "web"], stack.Services.Select(service => service.Name).Order());
        Assert.Equal([new StackNetwork("default", "hale-rich_default", false)], stack.Networks);
        Assert.Equal([new StackVolume("data", "hale-rich_data", false)], stack.Volumes);

        var db = stack.Find("db")!;
        Assert.Equal(("some/db", 2, "unless-stopped", true), (db.Image, db.Replicas, db.Restart, db.DeclaresHealth));
        Assert.Equal(["PLAIN", "PW"], db.EnvironmentNames.Order());
        Assert.Equal(
            [
                new PublishedPort(80, 8080, null, "tcp"), new PublishedPort(81, 8081, null, "tcp"), new PublishedPort(90, null, "127.0.0.1", "tcp"),
                new PublishedPort(9000, 9000, null, "udp"), new PublishedPort(70, null, null, "tcp"),
            ],
            db.Ports);
        Assert.Equal(
            [
                new Mount("volume", "data", "/d", false), new Mount("bind", Path.Combine(folder, "sub"), "/s", true),
                new Mount("volume", null, "/anon", false), new Mount("tmpfs", null, "/t", false),
            ],
            db.Mounts);
    }

    [Fact]
    public async Task Dependencies_replicas_and_disabled_health_checks_are_understood()
    {
        var (stack, _) = await ResolveAsync(Rich);

        var off = stack.Find("off")!;
        Assert.Equal((3, false, "linux/amd64", "missing"), (off.Replicas, off.DeclaresHealth, off.Platform, off.PullPolicy));
        Assert.Equal(["db"], off.DependsOn.Select(dependency => dependency.Service));
        Assert.False(stack.Find("none")!.DeclaresHealth);
        Assert.Equal(
            [new Dependency("db", DependencyCondition.Healthy, true, true), new Dependency("off", DependencyCondition.CompletedSuccessfully, false)],
            stack.Find("web")!.DependsOn);
    }

    [Fact]
    public async Task A_build_holds_its_sources_with_single_dollar_signs()
    {
        var (stack, folder) = await ResolveAsync(Rich);

        var web = stack.Find("web")!;
        Assert.Equal("hale-rich-web", web.Image);
        Assert.Equal((Path.Combine(folder, "sub"), Path.Combine(folder, "sub", "Dockerfile")), (web.Build!.Context, web.Build.Dockerfile));
        var inline = stack.Find("inline")!.Build!;
        Assert.Equal(("FROM some/db\nRUN echo ${HOME}", null, "last"), (inline.DockerfileInline, inline.Dockerfile, inline.Target));
        Assert.Equal("1$2", inline.Args["VERSION"]);
        Assert.Equal("docker-image://mine", inline.AdditionalContexts["node:20"]);
        var git = stack.Find("git")!;
        Assert.Equal(("mine:1", true, "Other"), (git.Image, git.Build!.IsRemote, git.Build.Dockerfile));
    }

    [Theory]
    [InlineData("secrets: [s]", "secrets: {s: {environment: HOME}}", "secret 's' from the environment")]
    [InlineData("configs: [c]", "configs: {c: {environment: HOME}}", "config 'c' from the environment")]
    [InlineData("configs: [c]", "configs: {c: {content: hello}}", "config 'c' from the Compose file")]
    [InlineData("secrets: [s]", "secrets: {s: {file: ./compose.yaml}}", null)]
    [InlineData("configs: [c]", "configs: {c: {file: ./compose.yaml}}", null)]
    [InlineData("environment: {A: b}", "volumes: {}", null)]
    public async Task What_Compose_does_at_start_is_left_to_it(string inService, string atTop, string? why)
    {
        var (stack, _) = await ResolveAsync($"services:\n  a:\n    image: x\n    {inService}\n{atTop}\n");

        var reason = Assert.Single(stack.Services).OnlyComposeStarts;
        Assert.Equal(why is null, reason is null);
        Assert.Contains(why ?? "", reason ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"post_start\": [{\"command\": [\"true\"]}]", "post_start")]
    [InlineData("\"pre_start\": [{\"command\": [\"true\"]}]", "pre_start")]
    [InlineData("\"pre_stop\": [{\"command\": [\"true\"]}]", "pre_stop")]
    [InlineData("\"provider\": {\"type\": \"model\"}", "provider")]
    [InlineData("\"models\": {\"llm\": null}", "models")]
    [InlineData("\"use_api_socket\": true", "credentials")]
    public void What_later_versions_of_Compose_do_at_start_is_left_to_it(string setting, string why)
    {
        // This Compose may be too old to print these, so the model is written here as the later ones print it.
        var stack = Models.StackReader.Read("{\"name\": \"p\", \"services\": {\"a\": {\"image\": \"x\", " + setting + "}}}");

        Assert.Contains(why, Assert.Single(stack.Services).OnlyComposeStarts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_and_profiles_that_a_person_gives_are_passed_on()
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("a.yaml", "services: {a: {image: x}}\n"), ("b.yaml", "services: {b: {image: y, profiles: [dev]}}\n"));
        project.Project = project.Project with
        {
            Files = [Path.Combine(project.Folder, "a.yaml"), Path.Combine(project.Folder, "b.yaml")],
            Profiles = ["dev"],
            Name = "given-name",
        };

        var answer = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        Assert.Equal("given-name", answer.Stack?.Name);
        Assert.Equal(["a", "b"], answer.Stack?.Services.Select(service => service.Name).Order());
    }

    private static async Task<(Stack Stack, string Folder)> ResolveAsync(string file)
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", file));
        var answer = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        return (answer.Stack!, project.Folder);
    }
}
