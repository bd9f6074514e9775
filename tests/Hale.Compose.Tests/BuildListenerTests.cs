using Hale.Compose.Builds;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>What is heard of a build, from the recorded words of buildx 0.13.</summary>
public sealed class BuildListenerTests
{
    [Fact]
    public void A_failed_build_ends_with_the_step_s_own_output_and_the_line_of_the_Dockerfile()
    {
        var (steps, errors) = Hear(["web", "bad"]);

        var failed = Assert.Single(steps, step => step.Error is not null && step.Service == "bad");
        Assert.Equal("[bad 2/2] RUN echo hi && echo err >&2; exit 3", failed.Name);
        Assert.Contains("exit code: 3", failed.Error, StringComparison.Ordinal);
        Assert.Equal("[bad 2/2] RUN echo hi && echo err >&2; exit 3:", errors[0]);
        Assert.Equal(["hi", "err"], errors.Skip(1).Take(2));
        Assert.Contains("Bad:2", errors);
        Assert.StartsWith("ERROR: failed to solve: process", errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_is_told_once_with_its_service()
    {
        var (steps, _) = Hear(["web", "bad"]);

        Assert.Equal(steps.Count, steps.Select(step => (step.Service, step.Name)).Distinct().Count());
        Assert.Contains(steps, step => step is { Service: "web", Name: "[web internal] load .dockerignore", Error: null });
        Assert.All(steps.Where(step => !step.Name.StartsWith("[internal]", StringComparison.Ordinal)), step => Assert.NotNull(step.Service));
    }

    [Fact]
    public void Values_on_one_line_and_broken_ones_are_heard_too()
    {
        var steps = new List<BuildStep>();
        var listener = new BuildListener(["api"], steps.Add, _ => { });

        listener.Hear("""{"vertexes": [{"digest": "d", "name": "[1/2] RUN x", "started": "2026-01-01T00:00:00Z", "completed": "2026-01-01T00:00:01.5Z"}]}""");
        listener.Hear("{oops}");

        Assert.Equal([new BuildStep("api", "[1/2] RUN x", false, TimeSpan.FromSeconds(1.5), null)], steps);
        Assert.Equal(["{oops}"], listener.Errors);
    }

    [Fact]
    public void A_step_that_Compose_builds_is_heard_with_its_output_too()
    {
        var steps = new List<BuildStep>();
        var listener = new PlainBuildListener(["api", "web"], steps.Add);

        foreach (var line in (string[])["#7 [api 3/4] COPY . .", "#7 CACHED", "#8 [api 4/4] RUN poetry install", "#8 0.224 ", "#8 0.224 no such file", "#8 ERROR: process \"x\": exit code: 1", "------"])
        {
            listener.Hear(line);
        }

        Assert.Equal(["[api 3/4] COPY . .", "[api 4/4] RUN poetry install"], steps.Select(step => step.Name));
        Assert.True(steps[0].Cached);
        Assert.Equal(("api", "process \"x\": exit code: 1"), (steps[1].Service, steps[1].Error));
        Assert.Equal(["no such file"], steps[1].Output);
    }

    private static (IReadOnlyList<BuildStep> Steps, IReadOnlyList<string> Errors) Hear(IReadOnlyList<string> services)
    {
        var steps = new List<BuildStep>();
        var listener = new BuildListener(services, steps.Add, _ => { });
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recorded", "failed-build.txt")))
        {
            listener.Hear(line);
        }

        return (steps, listener.Errors);
    }
}
