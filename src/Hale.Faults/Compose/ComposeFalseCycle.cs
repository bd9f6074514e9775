using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>Compose's reader sees a circle among nodes of the file where no service waits for itself.</summary>
public sealed partial class ComposeFalseCycle : RefusalFault
{
    public override string Id => "compose-false-cycle";

    public override string Title => "Compose sees a circle in the file's own nodes";

    public override string Page => """
        Compose refuses the file because one of its nodes leads back to itself. Often none does: some versions of Compose see a circle
        where names hold dots or anchors are used more than once.

        ## What we look at
        Compose's refusal, which names the two nodes.

        ## Why it happens
        A mistake in the reader of that version of Compose. An anchor that really holds an alias of itself is a circle, and is to be
        written out.

        ## What mends it
        Another version of Compose, or another name for the node. Hale changes neither.

        ## When it is not this
        A circle of `depends_on`, which names services with arrows between them, is `compose-cycle`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (from, to) = (message.Groups["from"].Value, message.Groups["to"].Value);
        return new($"Compose takes {from} for a part of {to}, and {to} for a part of {from}", $"write out what is an alias (*) at {from}, or rename it where its name holds a dot", "docker compose version, and a newer one where that is to be had");
    }

    // cycle detected: node at path services.web references node at path services.web.1
    [GeneratedRegex(@"cycle detected: node at path (?<from>\S+) references node at path (?<to>\S+)")]
    private static partial Regex Said();
}
