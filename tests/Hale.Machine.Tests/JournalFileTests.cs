using System.Text.Json;
using Hale.Kernel.Faults;
using Hale.Machine.Journals;

namespace Hale.Machine.Tests;

public sealed class JournalFileTests : IDisposable
{
    private readonly TemporaryProject _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_act_is_on_disk_before_it_begins_and_again_when_it_ends()
    {
        var journal = new JournalFile(_folder.Project, TimeProvider.System);
        var act = new InstallPackages(["docker.io"], new PackageSource(PackageSourceKind.NewerSuite, "trixie"), "there is no engine");

        var entry = journal.Begin(new Finding("docker-engine-missing", "machine", "there is no engine"), act);
        var begun = Lines();
        journal.End(entry, new Receipt(true, "installed") { Undo = "apt-get remove docker.io" });

        Assert.Equal("install-packages", Assert.Single(begun).GetProperty("begin").GetProperty("act").GetProperty("$type").GetString());
        Assert.Equal("newerSuite", begun[0].GetProperty("begin").GetProperty("act").GetProperty("source").GetProperty("kind").GetString());
        Assert.Equal(entry, Lines()[1].GetProperty("entry").GetInt64());
        Assert.Equal("apt-get remove docker.io", Lines()[1].GetProperty("end").GetProperty("undo").GetString());
    }

    [Fact]
    public void A_later_run_counts_on_even_after_a_line_that_was_cut_short_or_is_none_of_its_own()
    {
        var act = new CreateFile(".env", ".env.example", "it is missing");
        var finding = new Finding("env-dotenv-missing", ".env", "it is missing");
        new JournalFile(_folder.Project, TimeProvider.System).Begin(finding, act);
        File.AppendAllText(_folder.Path(".hale", "journal.jsonl"), "{\"entry\":5,\n\0\n{\"entry\":9,\"at\":\"2026-11-25T17:20:46+00:00\",\"begin\":{}}\n");

        Assert.Equal(2, new JournalFile(_folder.Project, TimeProvider.System).Begin(finding, act));
    }

    [Fact]
    public void The_folder_hides_itself_from_git()
    {
        new JournalFile(_folder.Project, TimeProvider.System).End(1, new Receipt(true, "done"));

        Assert.Equal("*\n", File.ReadAllText(_folder.Path(".hale", ".gitignore")));
    }

    private List<JsonElement> Lines() =>
        [.. File.ReadAllLines(_folder.Path(".hale", "journal.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
}
