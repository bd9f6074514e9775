using Hale.Compose.Overlays;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Compose.Tests;

/// <summary>The overlay on disk, and what the real Compose makes of it.</summary>
public sealed class OverlayTests
{
    private static readonly OverlayLine[] Lines =
    [
        new()
        {
            Service = "web", Path = ["build", "additional_contexts", "node:20-slim"], Values = ["docker-image://hale.local/node"],
            Because = "the registry\ndoes not answer", Fault = "registry-unreachable",
        },
        new() { Service = "web", Path = ["ports"], Values = ["8081:80"], IsList = true, Replaces = true, Because = "8080 is taken", Fault = "port-host-process" },
        new() { Service = "web", Path = ["environment", "ODD"], Values = ["a\"b\\c: #$d {e}\ttab"], Because = "a test", Fault = "test" },
        new() { Service = "web", Path = ["volumes"], Values = ["/x:/y:ro"], IsList = true, Because = "a test", Fault = "test" },
    ];

    [Fact]
    public void An_overlay_without_lines_leaves_no_file()
    {
        using var project = new TestProject();

        project.Overlay.Add([]);

        Assert.True(project.Overlay.Read().IsEmpty);
        Assert.False(Directory.Exists(project.Project.State));
    }

    [Fact]
    public void Lines_are_there_in_the_next_run_and_gone_after_clearing()
    {
        using var project = new TestProject();
        project.Overlay.Add(Lines);

        var next = new OverlayStore(project.Project, new StateFolder(project.Project));
        Assert.Equal(4, next.Read().Lines.Count);
        Assert.Contains("# the registry does not answer (registry-unreachable)", File.ReadAllText(project.Project.OverlayFile), StringComparison.Ordinal);
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(project.Project.State, ".gitignore")));

        next.Clear();
        Assert.True(new OverlayStore(project.Project, new StateFolder(project.Project)).Read().IsEmpty);
        Assert.False(File.Exists(project.Project.OverlayFile));
    }

    [Fact]
    public async Task Compose_merges_it_over_every_file_of_the_project_in_the_project_s_own_folder()
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(
            ("compose.yaml", "services: {web: {build: ./sub, ports: [\"8080:80\"], env_file: sub/a.env, volumes: [\"./sub:/s\"]}}\n"),
            ("compose.override.yaml", "services: {web: {environment: {FROM_OVERRIDE: \"${IN_DOTENV}\"}}}\n"),
            (".env", "IN_DOTENV=yes\n"),
            ("sub/a.env", "FROM_FILE=1\n"));
        var plain = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;

        project.Overlay.Add(Lines);
        var stack = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;
        var model = await project.DockerAsync(
            "compose", "-f", "compose.yaml", "-f", "compose.override.yaml", "-f", ".hale/overlay.yaml", "config", "--format", "json");

        var web = stack.Find("web")!;
        Assert.Equal(plain.Name, stack.Name);
        Assert.Equal([new PublishedPort(80, 8081, null, "tcp")], web.Ports);
        Assert.Equal("docker-image://hale.local/node", web.Build!.AdditionalContexts["node:20-slim"]);
        Assert.Equal(Path.Combine(project.Folder, "sub"), web.Build.Context);
        Assert.Equal(["FROM_FILE", "FROM_OVERRIDE", "ODD"], web.EnvironmentNames.Order());
        Assert.Equal(["/s", "/y"], web.Mounts.Select(mount => mount.Target).Order());
        Assert.Contains("\"FROM_OVERRIDE\": \"yes\"", model.Output, StringComparison.Ordinal);
        Assert.Contains("\"ODD\": \"a\\\"b\\\\c: #$$d {e}\\ttab\"", model.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy/base.yaml:deploy/more.yaml", null)]
    [InlineData(null, "COMPOSE_FILE=deploy/base.yaml:deploy/more.yaml\n")]
    public async Task Files_that_a_variable_names_stay_the_project_s(string? variable, string? dotenv)
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(
            ("deploy/base.yaml", "services: {web: {image: x, volumes: [\"./here:/s\"]}}\n"),
            ("deploy/more.yaml", "services: {more: {image: y}}\n"),
            (".env", dotenv ?? ""));
        var files = new Commands.ComposeFiles(project.Project, name => name == "COMPOSE_FILE" ? variable : null).Find();

        Assert.Equal([Path.Combine(project.Folder, "deploy/base.yaml"), Path.Combine(project.Folder, "deploy/more.yaml")], files);
        if (dotenv is null)
        {
            return;
        }

        var plain = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;
        project.Overlay.Add([new OverlayLine { Service = "more", Path = ["image"], Values = ["z"], Because = "a test", Fault = "test" }]);
        var overlaid = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;

        Assert.Equal(plain.Name, overlaid.Name);
        Assert.Equal(plain.Find("web")!.Mounts, overlaid.Find("web")!.Mounts);
        Assert.Equal("z", overlaid.Find("more")!.Image);
    }

    [Fact]
    public void Damaged_lines_are_forgotten()
    {
        using var project = new TestProject((".hale/overlay.json", "[{"), (".hale/overlay.yaml", "services: {}\n"));

        Assert.True(project.Overlay.Read().IsEmpty);
    }

    [Fact]
    public async Task A_line_goes_when_the_files_say_something_else_where_it_was_made_for()
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", "services: {a: {image: 'one:1'}, b: {image: 'one:1', ports: ['80:80']}, c: {image: 'one:1'}, d: {image: 'one:1', profiles: [rare]}}\n"));
        project.Overlay.Add([.. new[] { "a", "b", "c", "d" }.Select(name => new OverlayLine { Service = name, Path = ["image"], Values = ["hale.local/one:1"], Because = "a test" })]);
        project.Overlay.Add([new() { Service = "b", Path = ["ports"], Values = ["81:80"], IsList = true, Replaces = true, Because = "a test" }]);
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5, project.Overlay.Read().Lines.Count);

        project.Write("compose.yaml", "services: {b: {image: 'one:1', ports: ['90:80']}, c: {build: .}, d: {image: 'one:1', profiles: [rare]}}\n");
        var stack = (await project.Composer().ResolveAsync(TestContext.Current.CancellationToken)).Stack!;

        Assert.Equal(["b image", "d image"], project.Overlay.Read().Lines.Select(line => $"{line.Service} {line.Path[0]}"));
        Assert.Equal(["b", "c"], stack.Services.Select(service => service.Name).Order());
        Assert.Equal("hale.local/one:1", stack.Find("b")!.Image);
        Assert.Equal(90, Assert.Single(stack.Find("b")!.Ports).Published);
        Assert.DoesNotContain("hale.local", stack.Find("c")!.Image, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_below_a_section_goes_with_the_section_and_one_that_is_only_added_stays()
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", "services: {web: {build: ., volumes: ['./a:/a']}}\n"));
        project.Overlay.Add([Lines[0], Lines[3]]);
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        project.Write("compose.yaml", "services: {web: {image: 'one:1', volumes: ['./b:/b']}}\n");
        await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["volumes"], project.Overlay.Read().Lines.Select(line => line.Path[0]));
    }

    [Fact]
    public void What_one_fault_led_to_at_a_service_goes_together_and_nothing_else()
    {
        OverlayLine Line(string service, string fault, params string[] path) => new() { Service = service, Path = path, Values = ["1"], Because = "a test", Fault = fault };
        OverlayLine[] lines =
        [
            Line("web", "oom-container-limit", "mem_limit"), Line("web", "oom-container-limit", "deploy", "resources", "limits", "memory"),
            Line("web", "health-failing", "healthcheck", "interval"), Line("api", "oom-container-limit", "mem_limit"),
        ];
        var made = OverlayFit.Of(new Overlay { Lines = lines }, """{"services": {"web": {"mem_limit": "24"}, "api": {"mem_limit": "24"} } }""").Seen;

        var fit = OverlayFit.Of(new Overlay { Lines = [.. made] }, """{"services": {"web": {"mem_limit": "256"}, "api": {"mem_limit": "24"} } }""");

        Assert.Equal(["web mem_limit", "web deploy"], fit.Stale.Select(line => $"{line.Service} {line.Path[0]}"));
    }
}
