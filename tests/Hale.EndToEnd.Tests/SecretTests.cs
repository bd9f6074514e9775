using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>What is secret in a project stays out of everything that Hale writes and prints.</summary>
public sealed class SecretTests : EndToEndTest
{
    [Theory]
    [InlineData("docker --verbose")]
    [InlineData("docker --json")]
    [InlineData("docker")]
    public async Task A_password_of_the_env_file_is_in_no_output_and_in_no_file_of_hale(string command)
    {
        const string secret = "kJ7-a-very-secret-word";
        var project = Project(
            """
            services:
              app:
                build:
                  context: .
                  args: { TOKEN: "${PASSWORD}" }
                environment: { PASSWORD: "${PASSWORD}", URL: "postgresql://app:${PASSWORD}@db/app" }
                labels: { note: "${PASSWORD}" }
                command: ["sh", "-c", "echo $$PASSWORD > /tmp/seen; exec stay"]
            """);
        project.Write(".env", $"PASSWORD={secret}\n");
        project.Write("Dockerfile", "FROM hale.test/tiny:1\nARG TOKEN\nRUN echo building\n");

        var ran = await project.HaleDoesAsync(command.Split(' '));
        var again = await project.HaleDoesAsync("status", "--json");

        Assert.Equal(secret, (await project.InsideAsync("app", "cat", "/tmp/seen")).Trim());
        Assert.DoesNotContain(secret, ran.Told + again.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("docker --json")]
    [InlineData("troubleshoot")]
    [InlineData("troubleshoot --json")]
    [InlineData("logs")]
    public async Task A_password_that_a_container_prints_before_it_ends_is_not_passed_on(string command)
    {
        const string secret = "kJ7-a-very-secret-word";
        var project = Project(
            """
            services:
              app:
                image: hale.test/tiny:1
                environment: { PASSWORD: "${PASSWORD}" }
                command: ["sh", "-c", "echo cannot log in to $$HOSTNAME with $$PASSWORD; exit 3"]
            """);
        project.Write(".env", $"PASSWORD={secret}\n");
        var first = await project.HaleAsync("docker");

        var ran = await project.HaleAsync(command.Split(' '));

        Assert.Contains("cannot log in", first.Output + ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, first.Told + ran.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
    }
}
