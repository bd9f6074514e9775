using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Healing.Tests;

/// <summary>A world of words: a fault is there while its name is in the list, or cannot be told while the look at it fails.</summary>
internal sealed class World : IProbe, IHand, IConsent, IJournal, IOverlayStore, IStage
{
    public HashSet<string> Wrong { get; } = [];

    public string? CannotLook { get; set; }

    public List<string> Done { get; } = [];

    /// <summary>What the hand does; without an entry the act of that name fails the test.</summary>
    public Dictionary<string, Func<Receipt>> Hands { get; } = [];

    public bool Consents { get; init; } = true;

    /// <summary>A word that nobody is to be told; none where it is empty.</summary>
    public string Secret { get; init; } = "";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Needs Gives => Needs.Project;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public TimeSpan Now => TimeSpan.Zero;

    public Healer With(params IReadOnlyList<Fault> catalogue) =>
        new(catalogue, new Observer([this], TimeProvider.System), [this], this, this, this, this, Clock, new DiscreetReport(Redact, Redact));

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var facts = new ProjectFacts { ComposeFiles = [.. Wrong] };
        return Task.FromResult<Func<Evidence, Evidence>>(CannotLook is { } why ? Blind(why) : evidence => evidence with { Project = Reading.Of(facts) });
    }

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Project = Reading.Blind<ProjectFacts>(why) };

    public bool Takes(Act act) => act is CreateFile or TellPort or StartDaemon or RestartService or RunInService or VolumeAct;

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        Done.Add($"do {Name(act)}");
        return Task.FromResult(Hands[Name(act)]());
    }

    public Task<bool> AllowsAsync(Act act, CancellationToken stop) => Task.FromResult(Consents);

    public long Begin(Finding finding, Act act, string? undo = null)
    {
        Done.Add($"note {Name(act)}");
        return Done.Count;
    }

    public void End(long entry, Receipt receipt) => Done.Add($"noted {receipt.Says}");

    public Overlay Read() => Overlay.Empty;

    public void Add(IReadOnlyList<OverlayLine> lines) => Assert.Empty(lines);

    public void Remove(IReadOnlyList<OverlayLine> lines) => throw new InvalidOperationException("nobody expected lines to go");

    public void Clear() => throw new InvalidOperationException("nobody expected the overlay to be cleared");

    public void Tell(RunEvent happened)
    {
    }

    private string Redact(string text) => Secret.Length == 0 ? text : text.Replace(Secret, "***", StringComparison.Ordinal);

    private static string Name(Act act) => act switch
    {
        CreateFile create => create.Path,
        RestartService restart => restart.Service,
        RunInService run => run.Service,
        TellPort tell => tell.Variable,
        KeepVolume => "keep-volume",
        RenewVolume => "renew-volume",
        _ => "daemon",
    };
}
