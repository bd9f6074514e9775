using System.Net;
using System.Text.Json;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>The example, from a checkout that nobody has prepared to a note in its database.</summary>
[Collection(StandInsCollection.Name)]
public sealed class ExampleTests : EndToEndTest
{
    // A first run builds the stand-ins too.
    private static readonly TimeSpan FirstRun = TimeSpan.FromMinutes(15);

    private static readonly string[] Healthy =
        ["api running", "api running", "cache running", "db running", "migrate exited 0", "web running"];

    private const string Trusted = "Verify return code: 0 (ok)";

    private readonly string _screenshot = Path.Combine(Repository.Root, "artifacts", "e2e", "notes.png");

    private TestProject _notes = null!;
    private int _port;
    private int _securePort;
    private string _added = "";

    [Fact]
    public async Task The_example_comes_up_from_a_fresh_checkout_and_serves_its_notes()
    {
        _notes = CopyOf("examples/notes");
        _port = _notes.WithFreePort("PORT");
        _securePort = _notes.WithFreePort("HTTPS_PORT");
        _notes.With("XDG_DATA_HOME", _notes.PathOf("data"));
        await new Scenario("hale docker must bring an unprepared checkout to a page that works")
            .Then("the stack is healthy", ComesUpAsync)
            .Then("the missing .env was made from its template", EnvIsMadeAsync)
            .Then("a browser sees the seeded notes and adds one", BrowserAddsANoteAsync)
            .Then("the added note is in postgres", NoteIsStoredAsync)
            .Then("a browser that knows the authority sees the same over HTTPS", BrowserTrustsTheCertificateAsync)
            .Then("a certificate that ended is made anew and offered without a word", EndedCertificateIsRenewedAsync)
            .Then("so it is by a keeper, with no other hale run", KeeperRenewsAsync)
            .Then("a service edited while the others run is alone rebuilt and restarted", OnlyTheEditedServiceChangesAsync)
            .Then("down removes the containers and keeps the notes", DownKeepsTheNotesAsync)
            .Then("the next run finds the note again", ComesBackWithTheNoteAsync)
            .PlayAsync();
    }

    private async Task ComesUpAsync()
    {
        var ran = await _notes.HaleWithinAsync(FirstRun, "docker");
        Assert.True(ran.ExitCode == 0, ran.Told);
        Assert.Equal(Healthy, await _notes.StatesAsync());
    }

    private async Task EnvIsMadeAsync() =>
        Assert.Equal(
            await File.ReadAllTextAsync(_notes.PathOf(".env.example"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(_notes.PathOf(".env"), TestContext.Current.CancellationToken));

    private async Task BrowserAddsANoteAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_screenshot)!);
        var seen = await BrowseAsync([$"http://127.0.0.1:{_port}", _screenshot], home: null);
        Assert.True(seen.ExitCode == 0, seen.Told);

        using var report = JsonDocument.Parse(seen.Output);
        Assert.True(report.RootElement.GetProperty("ok").GetBoolean());
        _added = report.RootElement.GetProperty("added").GetString()!;
    }

    private static Task<Ran> BrowseAsync(IEnumerable<string> arguments, string? home) => Tool.RunAsync(
        "node",
        ["notes.mjs", .. arguments],
        Path.Combine(Repository.Root, "tests", "browser"),
        home is null ? null : new Dictionary<string, string> { ["HOME"] = home });

    private async Task BrowserTrustsTheCertificateAsync()
    {
        var (knows, knowsNot) = (_notes.PathOf("data/knows"), _notes.PathOf("data/knows-not"));
        await new TrustedAuthorities(knows).AddAsync(Authority);
        Directory.CreateDirectory(knowsNot);

        foreach (var host in (string[])["localhost", "127.0.0.1", $"{_notes.Name}.localhost"])
        {
            var seen = await BrowseAsync([$"https://{host}:{_securePort}"], knows);
            Assert.True(seen.ExitCode == 0, seen.Told);
        }

        // On a busy machine a browser may run out of time before it has an opinion.
        await Until.SoAsync("a browser that does not know the authority refuses what it signed", async () =>
        {
            var refused = await BrowseAsync([$"https://localhost:{_securePort}"], knowsNot);
            Assert.True(refused.ExitCode != 0, refused.Told);
            return refused.Output.Contains("ERR_CERT_AUTHORITY_INVALID", StringComparison.Ordinal);
        }, TimeSpan.FromMinutes(2));
    }

    private async Task EndedCertificateIsRenewedAsync()
    {
        var before = await WithEndedCertificateAsync();

        await _notes.HaleDoesAsync("docker");

        Assert.Contains(Trusted, await HandshakeAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await BesideWebAsync());
    }

    private async Task KeeperRenewsAsync()
    {
        var before = await WithEndedCertificateAsync();

        using var keeper = _notes.StartHale("keeper", "run");
        await Until.SoAsync("nginx offers a new one", async () => (await HandshakeAsync()).Contains(Trusted, StringComparison.Ordinal));
        await _notes.HaleDoesAsync("keeper", "stop");
        await _notes.EndAsync(keeper);

        Assert.Equal(before, await BesideWebAsync());
        Assert.Equal(Healthy, await _notes.StatesAsync());
    }

    /// <summary>Has nginx offer a certificate that ended yesterday.</summary>
    /// <returns>The containers beside nginx's.</returns>
    private async Task<IReadOnlyList<string>> WithEndedCertificateAsync()
    {
        Assert.Contains(Trusted, await HandshakeAsync(), StringComparison.Ordinal);
        EndedCertificate.Put(_notes.PathOf(".hale/certificates"), Path.Combine(_notes.PathOf("data"), "hale", "authority"));
        await _notes.ComposeAsync("restart", "web");
        await Until.SoAsync("nginx offers the ended one", async () => (await HandshakeAsync()).Contains("certificate has expired", StringComparison.Ordinal));
        return await BesideWebAsync();
    }

    private async Task<IReadOnlyList<string>> BesideWebAsync() =>
        [.. (await _notes.ContainersAsync()).Where(container => container.Service != "web").Select(container => container.Run)];

    private string Authority => _notes.PathOf(".hale/certificates/authority.pem");

    private async Task<string> HandshakeAsync()
    {
        var said = await Tool.RunAsync("openssl", ["s_client", "-connect", $"127.0.0.1:{_securePort}", "-servername", "localhost", "-verify_hostname", "localhost", "-CAfile", Authority]);
        return said.Output + said.Errors;
    }

    private async Task NoteIsStoredAsync() =>
        Assert.Equal(
            "1",
            (await _notes.InsideAsync("db", "psql", "-U", "notes", "-d", "notes", "-tAc", $"select count(*) from notes where text = '{_added}'")).Trim());

    private async Task OnlyTheEditedServiceChangesAsync()
    {
        var before = await _notes.ContainersAsync();
        await File.AppendAllTextAsync(_notes.PathOf("web/src/notes.css"), "\nbody { outline: 0 solid }\n", TestContext.Current.CancellationToken);
        await _notes.HaleDoesAsync("docker");
        var after = await _notes.ContainersAsync();

        Assert.Equal(RunsOf(before), RunsOf(after));
        Assert.NotEqual(Web(before).Id, Web(after).Id);
        Assert.NotEqual(Web(before).ImageId, Web(after).ImageId);
        Assert.Equal(Healthy, await _notes.StatesAsync());

        static IEnumerable<string> RunsOf(IEnumerable<Container> containers) =>
            containers.Where(container => container.Service != "web").Select(container => container.Run);

        static Container Web(IEnumerable<Container> containers) => containers.Single(container => container.Service == "web");
    }

    private async Task DownKeepsTheNotesAsync()
    {
        await _notes.HaleDoesAsync("down");
        Assert.Empty(await _notes.ContainersAsync());
        Assert.Empty(await _notes.NetworksAsync());
        Assert.Equal([$"{_notes.Name}_db-data"], await _notes.VolumesAsync());
    }

    private async Task ComesBackWithTheNoteAsync()
    {
        await _notes.HaleDoesAsync("docker");
        await NoteIsStoredAsync();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/api/notes"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(_added, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
