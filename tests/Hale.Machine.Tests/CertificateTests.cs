using System.Diagnostics;
using System.Runtime.Versioning;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Certificates;

namespace Hale.Machine.Tests;

/// <summary>The local authority and what it signs, as openssl reads it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CertificateTests : IDisposable
{
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryProject _folder = new();
    private readonly MovedClock _clock = new();

    private string Data => _folder.Path("data", "hale", "authority");

    private string Leaf => _folder.Path(".hale", "certificates", "localhost.pem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Openssl_accepts_the_certificate_for_each_of_its_hosts()
    {
        await MakeAsync(StackOf("notes", "notes.test", "*.notes.test", "10.1.2.3"));

        foreach (var host in (string[])["localhost", "notes.localhost", "api.notes.localhost", "notes.test", "api.notes.test"])
        {
            Assert.Equal($"{Leaf}: OK", await OpensslAsync("verify", "-purpose", "sslserver", "-verify_hostname", host, "-CAfile", Path.Combine(Data, "authority.pem"), Leaf));
        }

        foreach (var address in (string[])["127.0.0.1", "::1", "10.1.2.3"])
        {
            Assert.Equal($"{Leaf}: OK", await OpensslAsync("verify", "-purpose", "sslserver", "-verify_ip", address, "-CAfile", Path.Combine(Data, "authority.pem"), Leaf));
        }

        Assert.Contains("hostname mismatch", await OpensslAsync("verify", "-verify_hostname", "example.com", "-CAfile", Path.Combine(Data, "authority.pem"), Leaf), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("CA:FALSE", await OpensslAsync("x509", "-in", Leaf, "-noout", "-text"), StringComparison.Ordinal);
        Assert.Contains("DNS:*.localhost", await OpensslAsync("x509", "-in", Leaf, "-noout", "-ext", "subjectAltName"), StringComparison.Ordinal);
        Assert.Contains("CA:TRUE, pathlen:0", await OpensslAsync("x509", "-in", Path.Combine(Data, "authority.pem"), "-noout", "-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_s_name_that_no_host_can_have_is_left_out_and_one_with_an_underscore_is_taken()
    {
        await MakeAsync(StackOf(new string('a', 64)));
        Assert.Equal(["*.localhost", "127.0.0.1", "::1", "localhost"], Seen(StackOf("x")).Leaf!.Hosts.Order(StringComparer.Ordinal));

        await MakeAsync(StackOf("my_notes"));
        Assert.Contains("my_notes.localhost", Seen(StackOf("my_notes")).Leaf!.Hosts);
        Assert.Equal($"{Leaf}: OK", await OpensslAsync("verify", "-verify_hostname", "my_notes.localhost", "-CAfile", Path.Combine(Data, "authority.pem"), Leaf));
    }

    [Fact]
    public async Task Keys_are_for_this_user_alone_and_what_is_mounted_holds_no_key_of_the_authority()
    {
        await MakeAsync(StackOf("notes"));

        Assert.Equal(OnlyMine | UnixFileMode.UserExecute, File.GetUnixFileMode(Data));
        Assert.Equal(OnlyMine, File.GetUnixFileMode(Path.Combine(Data, "authority-key.pem")));
        Assert.Equal(OnlyMine, File.GetUnixFileMode(_folder.Path(".hale", "certificates", "localhost-key.pem")));
        Assert.Equal(
            ["authority.pem", "localhost-key.pem", "localhost.pem"],
            Directory.GetFiles(_folder.Path(".hale", "certificates")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.NotEqual(
            await File.ReadAllTextAsync(Path.Combine(Data, "authority-key.pem"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(_folder.Path(".hale", "certificates", "localhost-key.pem"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keys_that_were_opened_are_closed_again_and_told()
    {
        await MakeAsync(StackOf("notes"));
        var (key, leaf) = (Path.Combine(Data, "authority-key.pem"), _folder.Path(".hale", "certificates", "localhost-key.pem"));
        var keys = new KeyRights(_folder.Project, new AuthorityStore(Data, _clock));
        Assert.Empty(keys.Close(onlyLook: false));
        File.SetUnixFileMode(key, OnlyMine | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        File.SetUnixFileMode(leaf, OnlyMine | UnixFileMode.GroupRead);
        File.SetUnixFileMode(Data, OnlyMine | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        Assert.Equal(3, keys.Close(onlyLook: true).Count);
        Assert.Equal(
            [
                $"{Data} was open to other users (0701) and is for you alone now (0700); whoever read a key meanwhile has it still",
                $"{key} was open to other users (0644) and is for you alone now (0600); whoever read a key meanwhile has it still",
                $"{leaf} was open to other users (0640) and is for you alone now (0600); whoever read a key meanwhile has it still",
            ],
            keys.Close(onlyLook: false));
        Assert.Equal((OnlyMine, OnlyMine, OnlyMine | UnixFileMode.UserExecute), (File.GetUnixFileMode(key), File.GetUnixFileMode(leaf), File.GetUnixFileMode(Data)));
        Assert.Empty(keys.Close(onlyLook: false));
    }

    [Fact]
    public async Task What_is_right_is_left_and_what_ends_soon_is_made_anew_by_the_same_authority()
    {
        var stack = StackOf("notes");
        await MakeAsync(stack);
        var (first, authority) = (Seen(stack).Leaf!.Fingerprint, Seen(stack).Authority!.Fingerprint);

        _clock.Now += TimeSpan.FromDays(59);
        await MakeAsync(stack);
        Assert.Equal(first, Seen(stack).Leaf!.Fingerprint);

        _clock.Now += TimeSpan.FromDays(2);
        await MakeAsync(stack);
        var renewed = Seen(stack);
        Assert.NotEqual(first, renewed.Leaf!.Fingerprint);
        Assert.Equal(authority, renewed.Authority!.Fingerprint);
        Assert.True(renewed.Leaf.ByAuthority);
        Assert.Equal(90, (renewed.Leaf.Until - _clock.Now).TotalDays, 1.0);
    }

    [Fact]
    public async Task An_authority_that_ends_before_what_it_would_sign_is_made_anew()
    {
        var stack = StackOf("notes");
        await MakeAsync(stack);
        var first = Seen(stack).Authority!.Fingerprint;

        _clock.Now += TimeSpan.FromDays((365 * 10) - 60);
        await MakeAsync(stack);

        var seen = Seen(stack);
        Assert.NotEqual(first, seen.Authority!.Fingerprint);
        Assert.True(seen.Leaf!.ByAuthority);
    }

    [Fact]
    public async Task Another_host_another_authority_and_a_lost_key_make_another_certificate()
    {
        await MakeAsync(StackOf("notes"));
        var first = Seen(StackOf("notes")).Leaf!.Fingerprint;

        var more = StackOf("notes", "notes.test");
        await MakeAsync(more);
        var second = Seen(more).Leaf!;
        Assert.NotEqual(first, second.Fingerprint);
        Assert.Contains("notes.test", second.Hosts);

        Directory.Delete(Data, recursive: true);
        Assert.False(Seen(more).Leaf!.ByAuthority);
        await MakeAsync(more);
        Assert.True(Seen(more).Leaf!.ByAuthority);

        File.Delete(_folder.Path(".hale", "certificates", "localhost-key.pem"));
        Assert.Equal("its key localhost-key.pem is not there", Seen(more).LeafFlaw);
        await MakeAsync(more);
        Assert.Null(Seen(more).LeafFlaw);
    }

    [Fact]
    public async Task Many_at_once_make_one_authority()
    {
        var stop = TestContext.Current.CancellationToken;

        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => new AuthorityStore(Data, _clock).EnsureAsync(stop), stop)));

        Assert.Single(made.Distinct());
    }

    [Fact]
    public async Task The_lines_of_the_overlay_mount_it_read_only_and_name_the_certificate()
    {
        var receipt = await MakeAsync(StackOf("notes"));

        Assert.Equal([$"{_folder.Path(".hale", "certificates")}:/etc/nginx/certs:ro"], receipt.Overlay.Single(line => line.Path is ["volumes"]).Values);
        Assert.Equal([Seen(StackOf("notes")).Leaf!.Fingerprint], receipt.Overlay.Single(line => line.Path is ["labels", CertificateLabels.Fingerprint]).Values);
        Assert.DoesNotContain(receipt.Overlay, line => line.Values.Any(value => value.Contains("KEY", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nobody_wants_one_nothing_is_looked_at()
    {
        await File.WriteAllTextAsync(_folder.Path("data"), "a file where the folder would be", TestContext.Current.CancellationToken);

        Assert.False(Sight().Look(new Stack { Name = "plain", Services = [new Service { Name = "web", Image = "x" }] }).Known!.Wanted);
    }

    [Fact]
    public async Task What_is_no_certificate_and_a_folder_that_cannot_be_written_are_told()
    {
        var stack = StackOf("notes");
        _folder.Write(".hale/certificates/localhost.pem", "not a certificate\n");
        _folder.Write(".hale/certificates/localhost-key.pem", "not a key\n");
        Assert.Equal("localhost.pem and localhost-key.pem are no certificate with its key", Seen(stack).LeafFlaw);
        Assert.True((await MakeAsync(stack)).Done);

        var nowhere = new CertificateHand(_folder.Project, new AuthorityStore(_folder.Path(".hale", "certificates", "localhost.pem", "authority"), _clock), _clock);
        var receipt = await nowhere.DoAsync(new MakeCertificate(["localhost"], "it is missing", Risk.Safe), _ => { }, TestContext.Current.CancellationToken);
        Assert.False(receipt.Done);
        Assert.StartsWith("the certificate could not be made: ", receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_trusts_what_its_bundle_holds_and_nothing_is_known_without_one()
    {
        var stack = StackOf("notes");
        await MakeAsync(stack);
        var authority = await File.ReadAllTextAsync(Path.Combine(Data, "authority.pem"), TestContext.Current.CancellationToken);
        _folder.Write("with.crt", $"# roots\n{authority.ReplaceLineEndings("\r\n")}");
        _folder.Write("without.crt", "# roots\n");

        Assert.True(Seen(stack, "with.crt").Authority!.Trusted);
        Assert.False(Seen(stack, "without.crt").Authority!.Trusted);
        Assert.Null(Seen(stack, "none.crt").Authority!.Trusted);
    }

    private static Stack StackOf(string name, params string[] hosts) => new()
    {
        Name = name,
        Services = [new Service { Name = "web", Image = "nginx", CertificatesAt = "/etc/nginx/certs/" }],
        Settings = new HaleSettings { Certificates = new CertificateWishes { Hosts = hosts } },
    };

    private CertificateSight Sight(string bundle = "none.crt") => new(_folder.Project, new AuthorityStore(Data, _clock), new SystemStore([_folder.Path(bundle)]), _clock);

    private CertificateFacts Seen(Stack stack, string bundle = "none.crt") => Sight(bundle).Look(stack).Known!;

    private async Task<Receipt> MakeAsync(Stack stack)
    {
        var facts = Seen(stack);
        var act = new MakeCertificate(facts.Hosts, "it is due", Risk.Safe) { Targets = [.. facts.Mounts.Select(mount => new CertificateTarget(mount.Service, mount.Target))] };
        var receipt = await new CertificateHand(_folder.Project, new AuthorityStore(Data, _clock), _clock).DoAsync(act, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(receipt.Done, receipt.Says);
        return receipt;
    }

    private static async Task<string> OpensslAsync(params string[] arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = openssl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await openssl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await openssl.WaitForExitAsync(TestContext.Current.CancellationToken);
        return $"{output}{await errors}".Trim();
    }

    /// <summary>The system's clock, moved.</summary>
    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
