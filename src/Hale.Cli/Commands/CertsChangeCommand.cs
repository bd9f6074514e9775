using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Kernel.Faults;

namespace Hale.Cli.Commands;

/// <summary>What changes whether this machine trusts the local authority: it asks first.</summary>
internal abstract class CertsChangeCommand : HaleCommand
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Consent to it" };

    protected CertsChangeCommand(string name, string description, World world, GlobalOptions global)
        : base(name, description, world, global) => Options.Add(_yes);

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft];

    protected abstract Task<Receipt> ChangeAsync(IRuns runs, CancellationToken stop);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var consent = new ConsolePrompt(new Page(World.Error, World.ErrorTerminal), parsed.GetValue(_yes), World.ReadLine, () => new Release(() => { }));
        var receipt = await ChangeAsync(World.Runs(new Session(Project(parsed), new Stage(World.Clock), consent)), stop).ConfigureAwait(false);
        var page = Page();
        page.Say(receipt.Says, 0, receipt.Done ? page.Paint.Good : page.Paint.Warn);
        if (receipt is { Done: true, Undo: { } undo })
        {
            page.Say($"to take it back: {undo}", 0, page.Paint.Faint);
        }

        page.Flush();
        return (int)(receipt.Done ? Verdict.Good : Verdict.SomethingLeft);
    }
}

/// <summary><c>hale certs trust</c>: lets this machine's store trust the local authority.</summary>
internal sealed class CertsTrustCommand(World world, GlobalOptions global)
    : CertsChangeCommand("trust", "Let this machine's own store trust Hale's local authority", world, global)
{
    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale certs trust", "ask, and then let curl and other tools of this machine accept what it signs"),
        ("hale certs trust --yes", "the same without asking"),
    ];

    protected override Task<Receipt> ChangeAsync(IRuns runs, CancellationToken stop) => runs.TrustAsync(stop);
}

/// <summary><c>hale certs untrust</c>: takes the local authority out of this machine's store.</summary>
internal sealed class CertsUntrustCommand(World world, GlobalOptions global)
    : CertsChangeCommand("untrust", "Take Hale's local authority out of this machine's own store", world, global)
{
    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale certs untrust --yes", "take it out without asking; the certificates stay")];

    protected override Task<Receipt> ChangeAsync(IRuns runs, CancellationToken stop) => runs.UntrustAsync(stop);
}
