using System.Runtime.Versioning;
using System.Text;
using Hale.Machine.Environments;
using Hale.Machine.Journals;

namespace Hale.Machine.Tests;

/// <summary>What a project asks of its environment, how its places differ, and single values that are set.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ProjectEnvironmentTests : IDisposable
{
    private readonly TemporaryProject _folder = new();
    private readonly Dictionary<string, string> _shell = [];

    private ProjectEnvironment Own => new(_folder.Project, new JournalFile(_folder.Project, TimeProvider.System), name => _shell.GetValueOrDefault(name), text => text.Replace("heron", "***", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_asked_for_comes_from_decorators_Compose_files_and_the_template()
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    image: ${IMAGE:?say which}\n    environment:\n      A: ${A}\n      B: ${B:-two}\n      T: ${API_TOKEN:-none}\n      # ${COMMENT}\n");
        _folder.Write(".env.example", "# @required @type=port\nPORT=8000\nA=\nGREETING=hello\nAPI_TOKEN=changeme\n");

        var config = Own.Config();

        Assert.Equal(["A", "IMAGE", "PORT"], config.Required);
        Assert.Equal([("API_TOKEN", ""), ("B", "two"), ("GREETING", "hello")], config.Optional.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["API_TOKEN"], config.Secrets);
        Assert.Equal("a port, a whole number from 1 to 65535", Assert.Single(config.Validation).Value);
    }

    [Fact]
    public void Places_that_differ_are_told_and_secrets_are_not()
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    image: a\n    environment: [\"A=${A}\", \"M=${M}\", \"S=${S}\", \"P=${DB_PASSWORD}\"]\n");
        _folder.Write(".env.example", "A=1\nB=2\nDB_PASSWORD=x\n");
        _folder.Write(".env", "A=3\nC=4 heron\nDB_PASSWORD=zebra\n");
        _folder.Write("app.rb", "ENV['C']\n");
        _shell["A"] = "5";
        _shell["S"] = "6";

        var rows = Own.Table(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ("A", "the shell has another value, and Compose takes that"), ("B", "only .env.example has it"), ("C", "only .env has it"), ("DB_PASSWORD", ""),
                ("M", "a Compose file uses it, and nothing gives it a value"), ("S", "only the shell has it"),
            ],
            rows.Select(row => (row.Name, row.Differs)));
        Assert.Equal((EnvRow.NotTold, EnvRow.NotTold, "4 ***"), (rows[3].File, rows[3].Template, rows[2].File));
    }

    [Fact]
    public void What_the_code_reads_is_told_with_its_place_and_what_nothing_uses_too()
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    image: a\n    environment: [\"A=${A}\", PASSED]\n");
        _folder.Write(".env", "A=1\nB=2\nC=3\nCOMPOSE_PROJECT_NAME=x\nPASSED=4\nGO=5\nLEFT=6\nBASE=7\nSUM=${BASE}\n");
        _folder.Write(".env.example", "LEFT=6\nA=1\nB=2\nC=3\nPASSED=4\nGO=5\nBASE=7\nCOMPOSE_PROJECT_NAME=x\n");
        _folder.Write("backend/app/settings.py", "import os\n\nB = os.environ[\"B\"]\nD = os.getenv(\"D\")\n");
        _folder.Write("web/src/main.ts", "const a = process.env.A ?? 1;\n");
        _folder.Write("node_modules/x/index.js", "process.env.LEFT;\n");
        _folder.Write("cmd/main.go", "os.Getenv(\"GO\")\n");
        _folder.Write("app/config.rb", "ENV['C']\n");

        var rows = Own.Table(TestContext.Current.CancellationToken).Where(row => row.Differs.Length > 0 || row.ReadIn is not null);

        Assert.Equal(
            [
                ("A", "", "web/src/main.ts line 1"), ("B", "", "backend/app/settings.py line 3"), ("D", "", "backend/app/settings.py line 4"),
                ("LEFT", "neither a Compose file nor the code uses it", null), ("SUM", "only .env has it, and neither a Compose file nor the code uses it", null),
            ],
            rows.Select(row => (row.Name, row.Differs, row.ReadIn)));
        Assert.DoesNotContain("D", Own.Config().Optional.Keys);
    }

    [Fact]
    public void An_environment_file_that_a_service_gets_as_a_whole_holds_nothing_that_is_unused()
    {
        _folder.Write("compose.yaml", "services:\n  db:\n    image: postgres\n    env_file: .env\n");
        _folder.Write(".env", "POSTGRES_DB=x\n");

        Assert.Equal("", Assert.Single(Own.Table(TestContext.Current.CancellationToken)).Differs);
    }

    [Fact]
    public async Task A_value_is_set_journalled_without_itself_and_taken_back()
    {
        _folder.Write(".env", "# mine\nA=1\r\nAPI_TOKEN=old\n");
        var before = await File.ReadAllBytesAsync(_folder.Path(".env"), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder.Path(".env"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var receipt = Own.Set(new Dictionary<string, string?> { ["API_TOKEN"] = "zebra-in-grass" });

        Assert.True(receipt.Done, receipt.Says);
        Assert.Equal("# mine\nA=1\r\nAPI_TOKEN=zebra-in-grass\n", await File.ReadAllTextAsync(_folder.Path(".env"), TestContext.Current.CancellationToken));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(_folder.Path(".env")));
        Assert.DoesNotContain("zebra", await File.ReadAllTextAsync(_folder.Path(".hale", "journal.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var undoing = new Undoing(_folder.Project, new JournalFile(_folder.Project, TimeProvider.System), new NoOverlay(), new NoVolumes());
        Assert.True((await undoing.UndoAsync(Assert.Single(undoing.Acts()), TestContext.Current.CancellationToken)).Done);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Path(".env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_is_made_is_for_its_owner_alone_and_a_new_secret_is_long()
    {
        Assert.True(Own.Set(new Dictionary<string, string?> { ["SECRET_KEY"] = null }).Done);

        Assert.Matches("^SECRET_KEY=[0-9a-f]{48}\n$", File.ReadAllText(_folder.Path(".env")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Path(".env")));
    }

    [Theory]
    [InlineData("PORT", "many", "PORT cannot have that value; allowed is a port, a whole number from 1 to 65535")]
    [InlineData("PORT", "", "PORT needs a value")]
    [InlineData("A", "two\nlines", ".env stays as it is: A cannot have that value: a value must stand in one line")]
    [InlineData("A", "a b\\", ".env stays as it is: A cannot have that value: a value that ends with a backslash can hold only letters, digits and -_./:=@,+%~ before it: readers differ in what they make of others")]
    public void What_cannot_be_is_refused_and_the_file_stays(string name, string value, string says)
    {
        _folder.Write(".env.example", "# @required @type=port\nPORT=8000\n");
        _folder.Write(".env", "PORT=1\n");

        Assert.Equal(says, Own.Set(new Dictionary<string, string?> { [name] = value }).Says);
        Assert.Equal("PORT=1\n", File.ReadAllText(_folder.Path(".env")));
    }

    [Fact]
    public void A_file_in_UTF_16_stays()
    {
        File.WriteAllText(_folder.Path(".env"), "A=1\n", Encoding.Unicode);

        Assert.False(Own.Set(new Dictionary<string, string?> { ["A"] = "2" }).Done);
        Assert.Equal("A=1\n", File.ReadAllText(_folder.Path(".env"), Encoding.Unicode));
    }
}
