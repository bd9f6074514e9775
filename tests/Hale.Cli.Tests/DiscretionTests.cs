using Hale.Cli.Runs;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;

namespace Hale.Cli.Tests;

/// <summary>What Compose and the engine show of a project's secrets is kept out of what is told from then on.</summary>
public sealed class DiscretionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hale-discretion").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_learnt_is_hidden_beside_what_stands_in_the_files()
    {
        File.WriteAllText(Path.Combine(_folder, ".env"), "API_TOKEN=heron-over-water\n");
        var discretion = new Discretion(() => EnvSecrets.Of(new Project { Directory = _folder }, _ => null));

        Assert.Equal("*** and lynx-behind-tree", discretion.Redact("heron-over-water and lynx-behind-tree"));

        discretion.Learn(() => [KeyValuePair.Create("db_password", "lynx-behind-tree"), KeyValuePair.Create("PLACE", "at the lake")]);

        Assert.Equal("*** and *** at the lake", discretion.Redact("heron-over-water and lynx-behind-tree at the lake"));
    }

    [Fact]
    public void Nothing_is_looked_at_before_a_text_is_told()
    {
        var asked = 0;
        var discretion = new Discretion(() => EnvSecrets.Of(new Project { Directory = _folder }, _ => null));
        discretion.Learn(() =>
        {
            asked++;
            return [];
        });

        Assert.Equal(0, asked);

        discretion.Redact("one");
        discretion.Redact("two");

        Assert.Equal(1, asked);
    }
}
