using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>What counts as healthy, and what is said when it is not.</summary>
public sealed class ReadinessTests : EndToEndTest
{
    [Fact]
    public async Task A_verdict_older_than_the_last_start_is_not_believed()
    {
        var project = Project(
            """
            services:
              app:
                image: hale.test/tiny:1
                volumes: ["state:/state"]
                healthcheck:
                  test: ["CMD", "test", "-e", "/state/well"]
                  interval: 1s
                  retries: 1
              after:
                image: hale.test/tiny:1
                depends_on:
                  app: { condition: service_healthy }
            volumes:
              state:
            """);
        await project.ComposeAsync("up", "-d", "app");
        await Until.SoAsync("the app is unhealthy", async () => await HealthAsync(project) == "unhealthy");
        await project.ComposeAsync("stop", "-t", "1", "app");
        await Tool.AskDockerAsync("run", "--rm", "-v", $"{project.Name}_state:/state", "hale.test/tiny:1", "touch", "/state/well");

        await project.HaleDoesAsync("docker");

        Assert.Equal(["after running", "app running"], await project.StatesAsync());
    }

    [Fact]
    public async Task A_one_shot_that_exits_with_3_is_named_with_its_code_and_with_who_waits_for_it()
    {
        var project = Project(
            """
            services:
              migrate:
                image: hale.test/tiny:1
                command: ["sh", "-c", "echo no such table >&2; exit 3"]
              api:
                image: hale.test/tiny:1
                depends_on:
                  migrate: { condition: service_completed_successfully }
            """);

        var ran = await project.HaleAsync("docker");

        Assert.Equal(1, ran.ExitCode);
        var told = ran.Output + ran.Errors;
        Assert.Matches("migrate.*3", told);
        Assert.Contains("api", told, StringComparison.Ordinal);
        Assert.Contains("no such table", told, StringComparison.Ordinal);
        Assert.Contains("migrate exited 3", await project.StatesAsync());
        Assert.DoesNotContain("api running", await project.StatesAsync());
    }

    [Fact]
    public async Task A_health_check_that_never_passes_ends_the_run_with_its_own_words()
    {
        var project = Project(
            """
            services:
              app:
                image: hale.test/tiny:1
                healthcheck:
                  test: ["CMD-SHELL", "echo the cellar is flooded; exit 1"]
                  interval: 1s
                  timeout: 1s
                  retries: 3
              beside:
                image: hale.test/tiny:1
            """);

        var ran = await project.HaleAsync("docker");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("the cellar is flooded", ran.Output + ran.Errors, StringComparison.Ordinal);
        Assert.Contains("beside running", await project.StatesAsync());
    }

    [Fact]
    public async Task A_service_that_starts_only_to_end_at_once_is_not_called_healthy()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n    command: [\"sh\", \"-c\", \"echo out of ink; exit 7\"]\n");

        var ran = await project.HaleAsync("docker");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("out of ink", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_health_check_is_ready_when_its_port_is_listened_on()
    {
        var project = Project(
            """
            services:
              late:
                image: hale.test/tiny:1
                command: ["sh", "-c", "sleep 2; exec serve 8000"]
                expose: ["8000"]
                ports: ["${LATE_PORT}:8000"]
            """);
        var port = project.WithFreePort("LATE_PORT");

        await project.HaleDoesAsync("docker");

        Assert.Contains(":1F40 ", await project.InsideAsync("late", "cat", "/proc/net/tcp", "/proc/net/tcp6"), StringComparison.Ordinal);
        Assert.True(port > 0);
    }

    private static async Task<string> HealthAsync(TestProject project) =>
        (await Tool.AskDockerAsync("inspect", "--format", "{{.State.Health.Status}}", (await project.ContainerAsync("app")).Id)).Trim();
}
