using Hale.Faults.Causes;

namespace Hale.Faults.Tests;

/// <summary>Of what real programs print when they fail, the line that says why is found, and where in the sources it points.</summary>
public sealed class FirstCauseTests
{
    private static readonly string Folder = EvidenceCase.PathOf("Outputs");

    /// <summary>One row a recorded output: its name, the cause, the place.</summary>
    public static TheoryData<string, string, string> Outputs
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in File.ReadLines(Path.Combine(Folder, "causes.tsv")).Select(line => line.Split('\t')))
            {
                rows.Add(row[0], row[1], row[2]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void The_line_that_says_why_is_found(string name, string says, string place)
    {
        var cause = FirstCause.In(LinesOf(name));

        Assert.Equal(says, cause?.Says);
        Assert.Equal(place, cause is { Frames: [var frame, ..] } ? $"{frame.File}:{frame.Line}" : "");
    }

    [Fact]
    public void Each_recorded_output_has_its_row() =>
        Assert.Equal(
            Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
            File.ReadLines(Path.Combine(Folder, "causes.tsv")).Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dependency failed to start: container shop-db-1 is unhealthy")]
    [InlineData("service \"migrate\" didn't complete successfully: exit 1")]
    [InlineData("container shop-db-1 is unhealthy")]
    [InlineData("container shop-db-1 exited (1)")]
    [InlineData("failed to solve: process \"/bin/sh -c npm ci\" did not complete successfully: exit code: 1")]
    [InlineData("exit code: 100")]
    [InlineData("npm ERR!     /root/.npm/_logs/2026-11-25T21_51_57_589Z-debug-0.log")]
    [InlineData("npm error A complete log of this run can be found in: /root/.npm/_logs/a.log")]
    [InlineData("npm error Run \"npm help ci\" for more info")]
    [InlineData("<title>502 Bad Gateway</title>")]
    [InlineData("Access to fetch has been blocked by CORS policy")]
    [InlineData("   3 | >>> RUN npm ci")]
    [InlineData("Found orphan containers ([shop-old-1]) for this project.")]
    [InlineData("compose.yaml: the attribute `version` is obsolete")]
    [InlineData("npm warn EBADENGINE Unsupported engine {")]
    [InlineData("DEPRECATED: The legacy builder is deprecated")]
    [InlineData("make: *** [Makefile:2: all] Error 1")]
    public void A_consequence_is_no_cause(string line)
    {
        Assert.Null(FirstCause.In([line]));
        Assert.Equal("the queue is full", FirstCause.In([line, "the queue is full", line])?.Says);
    }

    [Fact]
    public void Of_what_the_engine_says_the_cause_follows_the_colon() =>
        Assert.Equal(
            "Bind for 0.0.0.0:80 failed: port is already allocated",
            FirstCause.In(["Error response from daemon: driver failed programming external connectivity on endpoint shop-web-1 (8c1d): Bind for 0.0.0.0:80 failed: port is already allocated"])?.Says);

    [Fact]
    public void A_word_that_ends_the_program_long_after_a_trace_outweighs_it() =>
        Assert.Equal(
            "FATAL: the licence has run out",
            FirstCause.In([.. LinesOf("python-simple"), .. Enumerable.Repeat("INFO request served", 30), "FATAL: the licence has run out"])?.Says);

    [Fact]
    public void Nothing_says_nothing() => Assert.Null(FirstCause.In(["", "   "]));

    private static string[] LinesOf(string name) => File.ReadAllLines(Path.Combine(Folder, name + ".txt"));
}
