using Hale.Faults.Run;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>Where a failure that nothing explains began, in the project's own names.</summary>
public sealed class OriginTests
{
    private static readonly SeenContainer Crashed = new()
    {
        Name = "shop-api-1",
        Service = "api",
        State = ContainerState.Exited,
        ExitCode = 1,
        Log =
        [
            "Traceback (most recent call last):",
            "  File \"/app/app/main.py\", line 12, in <module>",
            "    start()",
            "  File \"/opt/shared/boot.py\", line 3, in start",
            "    raise RuntimeError('no queue')",
            "RuntimeError: no queue",
        ],
    };

    [Fact]
    public void The_innermost_file_that_is_the_projects_is_named_as_it_lies_there() =>
        Assert.EndsWith("'RuntimeError: no queue', in api/app/main.py:12", Says(new PlaceFacts([new SeenPlace("api", "/app/app/main.py", "api/app/main.py")])), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_may_be_any_is_named_as_it_was_printed() =>
        Assert.EndsWith("'RuntimeError: no queue', in /opt/shared/boot.py line 3", Says(new PlaceFacts([])), StringComparison.Ordinal);

    [Fact]
    public void The_file_of_another_service_is_not_this_ones() =>
        Assert.Contains("/opt/shared/boot.py line 3", Says(new PlaceFacts([new SeenPlace("web", "/app/app/main.py", "web/app/main.py")])), StringComparison.Ordinal);

    private static string Says(PlaceFacts places) => Assert.Single(Assert.IsType<Diagnosis.Seen>(
        new RunAppCrash().Detect(new Evidence { Containers = Reading.Of(new ContainerFacts([Crashed])), Places = Reading.Of(places) })).Findings).Says;
}
