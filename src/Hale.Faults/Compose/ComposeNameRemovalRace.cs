using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>The engine is still removing a container whose name or place is wanted.</summary>
public sealed partial class ComposeNameRemovalRace : StartFault
{
    public override string Id => "compose-name-removal-race";

    public override string Title => "The engine is still removing a container";

    public override string Page => """
        Compose wanted to remove or replace a container that the engine was already removing.

        ## What we look at
        The engine's refusal.

        ## Why it happens
        Two commands ran at once on one project, or a container that ends slowly was removed and made again without a pause. Seldom the
        removal hangs, because something still uses the container's files.

        ## What mends it
        The same once more after a pause. Where it stays, `docker ps --all` shows the container as dead or as being removed, and only a
        restart of the engine ends that, which Hale does not do.

        ## When it is not this
        A name that a container of another project has is `compose-name-conflict`.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, service ?? Finding.WholeStack, $"the engine was still removing the container {Short(refusal.Groups["container"].Value)} when it was wanted");

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = ["docker ps --all --filter status=removing --filter status=dead"],
    };

    private static string Short(string id) => id.Length > 12 ? id[..12] : id;

    // Error response from daemon: removal of container 4f0c… is already in progress
    [GeneratedRegex(@"removal of container (?<container>\w+) is already in progress")]
    private static partial Regex Said();
}
