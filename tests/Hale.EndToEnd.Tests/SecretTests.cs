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

    [Fact]
    public async Task Secrets_written_out_in_the_Compose_file_in_a_build_and_in_Compose_secrets_are_told_nowhere()
    {
        string[] secrets = ["zebra-in-high-grass", "heron-over-water", "otter-under-ice", "lynx-behind-tree", "raven-on-roof"];
        var project = Project(
            """
            services:
              app:
                build:
                  context: .
                  args: { NPM_TOKEN: "heron-over-water" }
                environment: { API_TOKEN: "zebra-in-high-grass", DB_PASSWORD: "${DB_PASSWORD:-otter-under-ice}" }
                env_file: [ "my settings/app.env" ]
                secrets: [ db ]
                healthcheck:
                  test: [ "CMD", "sh", "-c", "echo refused $$API_TOKEN $$DB_PASSWORD $$CLIENT_SECRET; exit 1" ]
                  interval: 1s
                  retries: 2
                command: ["sh", "-c", "echo with $$API_TOKEN $$DB_PASSWORD $$CLIENT_SECRET and $$(cat /run/secrets/db); exec stay"]
            secrets:
              db:
                file: ./db.txt
            """);
        project.Write("db.txt", "raven-on-roof\n");
        project.Write("my settings/app.env", "CLIENT_SECRET=lynx-behind-tree\n");
        project.Write("Dockerfile", "FROM hale.test/tiny:1\nARG NPM_TOKEN\nRUN echo with $NPM_TOKEN\n");

        var told = "";
        foreach (var command in (string[])["docker --verbose", "docker --json", "troubleshoot --save evidence.json", "logs", "status --json", "env check --json", "env diff --all --json", "overlay"])
        {
            told += (await project.HaleAsync(command.Split(' '))).Told;
        }

        Assert.Contains("refused", told, StringComparison.Ordinal);
        var written = Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories).Append(project.PathOf("evidence.json")).ToList();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
            Assert.DoesNotContain(written, file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Secrets_are_known_as_Compose_resolves_them_from_wherever_they_come()
    {
        string[] secrets = ["zebra-in-high-grass", "heron-over-water", "otter$under$ice", "lynx-behind-tree", "raven-on-roof", "marten-in-barn", "beaver-by-dam", "ibis \"at\" dusk", "newt-of-block"];
        var project = Project(
            """
            services:
              app:
                image: hale.test/tiny:1
                environment:
                  COMMENT_TOKEN: "${COMMENT_TOKEN}"
                  PRIVATE_KEY: "${PRIVATE_KEY}"
                  DOLLAR_PASSWORD: "${DOLLAR_PASSWORD}"
                  SHELL_TOKEN: "${SHELL_TOKEN}"
                  ESCAPED_PASSWORD: "ibis \"at\" dusk"
                  BLOCK_SECRET: |
                    newt-of-block
                    and one line more
                  db_password: marten-in-barn
                env_file: [ other.cfg ]
                secrets: [ one ]
                command: ["sh", "-c", "printenv COMMENT_TOKEN PRIVATE_KEY DOLLAR_PASSWORD SHELL_TOKEN ESCAPED_PASSWORD BLOCK_SECRET db_password CFG_PASSWORD; echo; cat /run/secrets/one; echo; echo cannot go on; exit 1"]
            secrets:
              one:
                environment: ONE
            """);
        project.Write(".env", "COMMENT_TOKEN=zebra-in-high-grass # of the lake\nPRIVATE_KEY=\"-----BEGIN KEY\nheron-over-water\n-----END KEY\"\nDOLLAR_PASSWORD=otter$$under$$ice\n");
        project.Write("other.cfg", "CFG_PASSWORD=lynx-behind-tree\n");
        project.With("SHELL_TOKEN", "raven-on-roof").With("ONE", "beaver-by-dam");

        var told = "";
        foreach (var command in (string[])["docker", "docker --json --verbose", "troubleshoot --save evidence.json", "logs", "status --json", "env diff --all --json"])
        {
            told += (await project.HaleAsync(command.Split(' '))).Told;
        }

        Assert.Contains("cannot go on", told, StringComparison.Ordinal);
        var written = Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories).Append(project.PathOf("evidence.json")).ToList();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(written, file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal)));
    }
}
