using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Machine.Certificates;

namespace Hale.Machine.Tests;

/// <summary>What is run to change this machine's store of authorities; nothing of the machine is changed.</summary>
public sealed class AuthorityHandTests : IDisposable
{
    private readonly TemporaryProject _folder = new();
    private readonly SystemStore _system;
    private readonly Noting _runner = new();

    public AuthorityHandTests() => _system = new([_folder.Path("bundle.pem")]);

    private AuthorityStore Store => new(_folder.Path("authority"), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Trust_writes_the_certificate_and_has_it_taken_up_and_untrust_removes_it_again()
    {
        Assert.SkipUnless(_system.Here is not null, "this system's store of authorities is not one that Hale knows");
        var fingerprint = await Store.EnsureAsync(TestContext.Current.CancellationToken);
        var file = _system.FileFor(fingerprint)!;

        var trusted = await DoAsync(new TrustAuthority(fingerprint, "it was asked for"));
        var written = _runner.Ran.Single(command => command.ToString().EndsWith($"tee {file}", StringComparison.Ordinal));
        Assert.Equal((true, "hale certs untrust"), (trusted.Done, trusted.Undo));
        Assert.Equal(await File.ReadAllTextAsync(Store.File, TestContext.Current.CancellationToken), written.Input);
        Assert.DoesNotContain("KEY", written.Input, StringComparison.Ordinal);
        Assert.Contains(_system.Here.Program, _runner.Ran[^1].ToString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.Path("bundle.pem"), written.Input, TestContext.Current.CancellationToken);
        var untrusted = await DoAsync(new UntrustAuthority(fingerprint, "it was asked for"));
        Assert.Equal((true, "hale certs trust"), (untrusted.Done, untrusted.Undo));
        Assert.Contains(_runner.Ran, command => command.ToString().EndsWith($"rm -f {file}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_authority_that_the_store_does_not_hold_is_not_said_to_be_removed()
    {
        Assert.SkipUnless(_system.Here is not null, "this system's store of authorities is not one that Hale knows");
        var fingerprint = await Store.EnsureAsync(TestContext.Current.CancellationToken);

        var again = await DoAsync(new UntrustAuthority(fingerprint, "it was asked for"));

        Assert.Equal((true, "this machine's store does not hold it, so there was nothing to remove", null), (again.Done, again.Says, again.Undo));
        Assert.Empty(_runner.Ran);
    }

    [Fact]
    public async Task Another_authority_than_the_one_that_was_consented_to_is_not_trusted_and_a_refusal_is_told()
    {
        Assert.SkipUnless(_system.Here is not null, "this system's store of authorities is not one that Hale knows");
        var fingerprint = await Store.EnsureAsync(TestContext.Current.CancellationToken);

        Assert.False((await DoAsync(new TrustAuthority(new string('0', 64), "it was asked for"))).Done);
        Assert.Empty(_runner.Ran);

        _runner.Refuses = _system.Here.Program;
        var refused = await DoAsync(new TrustAuthority(fingerprint, "it was asked for"));
        Assert.Equal((false, "this machine's store of authorities could not be changed: no space left"), (refused.Done, refused.Says));
    }

    private Task<Receipt> DoAsync(Act act) => new AuthorityHand(_runner, Store, _system).DoAsync(act, _ => { }, TestContext.Current.CancellationToken);

    /// <summary>Notes what it would run, and says that all of it went well but for one program.</summary>
    private sealed class Noting : ICommandRunner
    {
        public List<Command> Ran { get; } = [];

        public string? Refuses { get; set; }

        public Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop)
        {
            Ran.Add(command);
            var refused = Refuses is not null && command.ToString().Contains(Refuses, StringComparison.Ordinal);
            return Task.FromResult(new CommandEnd(refused ? 1 : 0, "", refused ? "no space left\n" : "", null));
        }

        public string? Find(string program) => null;
    }
}
