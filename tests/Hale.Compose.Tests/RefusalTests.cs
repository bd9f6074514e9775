using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>Compose's real refusals, and the line that each means.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string, int, string, int> Refused => new()
    {
        { "a wrong indentation", "services:\n  a:\n    image: x\n   b: 1\n", 15, "yaml: ", 4 },
        { "an open quote", "services:\n  a:\n    image: \"x\n", 15, "unexpected end of stream", 3 },
        { "a tab", "services:\n\ta:\n    image: x\n", 15, "cannot start any token", 2 },
        { "an unknown key", "services:\n  a:\n    image: x\n    foo: 1\n", 15, "Additional property foo is not allowed", 4 },
        { "an unknown top key", "servics:\n  a:\n    image: x\n", 15, "Additional property servics", 1 },
        { "a wrong kind", "services:\n  a:\n    image: x\n    ports: 80\n", 15, "must be a list", 4 },
        { "a key twice", "services:\n  a:\n    image: x\n    image: y\n", 15, "already defined at line 3", 4 },
        { "a variable that is required", "services:\n  a:\n    command: b\n    image: ${HALE_NO:?set it}\n", 15, "HALE_NO is missing a value: set it", 4 },
        { "a broken variable", "services:\n  a:\n    image: \"${X NO}\"\n", 15, "invalid interpolation format", 3 },
        { "a circle", "services:\n  a:\n    image: x\n    depends_on: [b]\n  b: {image: x, depends_on: [a]}\n", 15, "cycle", 4 },
        { "a dependency that is not there", "services:\n  a:\n    image: x\n    depends_on:\n      - b\n", 15, "undefined service", 5 },
        { "a network that is not there", "services:\n  a:\n    image: x\n    networks:\n      - n\n", 15, "undefined network n", 5 },
        { "a secret that is not there", "services:\n  a:\n    image: x\n    secrets:\n      - s\n", 15, "undefined secret s", 5 },
        { "an env_file that is not there", "services:\n  a:\n    image: x\n    env_file: no.env\n", 14, "no.env", 4 },
        { "an extended file that is not there", "services:\n  a:\n    extends:\n      file: no.yaml\n      service: b\n", 14, "no.yaml", 4 },
        { "an extended service that is not there", "services:\n  a:\n    extends:\n      service: b\n", 15, "cannot extend", 4 },
        { "an included file that is not there", "include:\n  - no.yaml\nservices:\n  a: {image: x}\n", 14, "no.yaml", 2 },
        { "no image", "services:\n  a:\n    command: x\n", 15, "neither an image nor a build", 2 },
        { "a broken port", "services:\n  a:\n    image: x\n    ports:\n      - 80:abc\n", 15, "abc", 5 },
        { "a time without a unit", "services:\n  a:\n    image: x\n    healthcheck:\n      test: x\n      interval: 5\n", 15, "must be a string", 6 },
        { "a wrong condition", "services:\n  a:\n    image: x\n    depends_on:\n      b:\n        condition: no\n  b: {image: x}\n", 15, "condition", 6 },
        { "a merge with nothing", "services:\n  a:\n    <<: *nope\n    image: x\n", 15, "unknown anchor", 3 },
        { "a bracket left open", "services:\n  a:\n    image: [x\n  b: {", 15, "did not find expected", 3 },
        { "two kinds of network", "services:\n  a:\n    image: x\n    network_mode: host\n    networks: [default]\n", 15, "mutually exclusive", 5 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_names_the_file_and_the_line(string what, string file, int code, string words, int line)
    {
        Assert.SkipUnless(TestProject.HasCompose, TestProject.NoDocker);
        using var project = new TestProject(("compose.yaml", file));

        var answer = await project.Composer().ResolveAsync(TestContext.Current.CancellationToken);

        var refusal = Assert.IsType<ComposeRefusal>(answer.Refusal);
        Assert.Equal((what, code), (what, refusal.ExitCode));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal((what, Path.Combine(project.Folder, "compose.yaml"), line), (what, refusal.File, refusal.Line));
    }
}
