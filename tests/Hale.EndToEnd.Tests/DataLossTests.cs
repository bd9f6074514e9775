using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A named volume is made anew only when it is named, and what was in it comes back.</summary>
public sealed class DataLossTests : EndToEndTest
{
    // What a PostgreSQL server does and says when its volume was made by another version.
    private const string Compose = """
        services:
          db:
            image: hale.test/tiny:1
            command:
              - sh
              - -c
              - |
                cd /var/lib/postgresql/data
                if [ -f PG_VERSION ] && [ "$$(cat PG_VERSION)" != 17 ]; then
                  echo 'FATAL:  database files are incompatible with server'
                  echo 'DETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 17.6'
                  exit 1
                fi
                echo 17 >PG_VERSION
                exec serve 5432
            volumes: ["data:/var/lib/postgresql/data"]
          side:
            image: hale.test/tiny:1
            volumes: ["other:/other"]
        volumes:
          data: {}
          other: {}
        """;

    private const string Fill = "cd /var/lib/postgresql/data && echo 15 >PG_VERSION && mkdir -p base/1 && echo rows >base/1/2 && chmod 700 . && chmod 640 base/1/2 && chown -R 1000:1000 . && ln -s base/1 link";
    private const string Tell = "cd /v && find . | sort | xargs stat -c '%n %F %a %u %g %Y %s' && cat PG_VERSION && if [ -f base/1/2 ]; then cat base/1/2; fi";

    [Fact]
    public async Task A_volume_is_made_anew_when_it_is_named_and_not_before_and_undo_puts_its_content_back()
    {
        var project = Project(Compose);
        await project.ComposeAsync("run", "--rm", "db", "sh", "-c", Fill);
        var before = await ContentAsync(project);

        await new Scenario("data must be lost by nobody's mistake")
            .Then("consent to everything else is none to this, and the command is told", async () =>
            {
                var ran = await project.HaleAsync("docker", "--yes");
                Assert.True(ran.ExitCode == 1, ran.Told);
                Assert.Contains("hale docker --allow-data-loss data", ran.Output, StringComparison.Ordinal);
                Assert.Equal(before, await ContentAsync(project));
            })
            .Then("the name of another volume is none of this one", async () =>
            {
                Assert.Equal(1, (await project.HaleAsync("docker", "--yes", "--allow-data-loss", "other")).ExitCode);
                Assert.Equal(before, await ContentAsync(project));
            })
            .Then("a volume that there is not is wrong usage", async () => Assert.Equal(2, (await project.HaleAsync("docker", "--allow-data-loss", "dta")).ExitCode))
            .Then("the volume that is named is kept and made anew", async () =>
            {
                await project.HaleDoesAsync("docker", "--allow-data-loss", "data");
                Assert.Contains("17", await ContentAsync(project), StringComparison.Ordinal);
                Assert.DoesNotContain("base", await ContentAsync(project), StringComparison.Ordinal);
                Assert.Single(Directory.GetFiles(project.PathOf(".hale/volumes")));
            })
            .Then("what was in it comes back, owners, rights and all", async () =>
            {
                await project.HaleDoesAsync("undo");
                Assert.Equal(before, await ContentAsync(project));
            })
            .PlayAsync();
    }

    private static async Task<string> ContentAsync(TestProject project) =>
        await Tool.AskDockerAsync("run", "--rm", "--network", "none", "--volume", $"{project.Name}_data:/v", "hale.test/tiny:1", "sh", "-c", Tell);
}
