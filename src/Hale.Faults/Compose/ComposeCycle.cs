using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>Services wait for each other in a circle.</summary>
public sealed partial class ComposeCycle : RefusalFault
{
    public override string Id => "compose-cycle";

    public override string Title => "Services wait for each other in a circle";

    public override string Page => """
        `depends_on` leads from a service back to itself, so none of them could be started first.

        ## What we look at
        Compose's refusal, which names the services in the order of the circle.

        ## Why it happens
        A dependency was added in the other direction than one that was there.

        ## What mends it
        One of the dependencies is removed: mostly that of the part which can try again by itself until the other is there.

        ## When it is not this
        A circle that Compose sees among anchors or files, and not in `depends_on`, is not one of services.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var circle = message.Groups["circle"].Value;
        var services = circle.Split(" -> ");
        return new($"the services wait for each other in a circle: {circle}", $"remove '{services[^1]}' under depends_on of '{services[^2]}', or another step of the circle ({Place(refusal)})");
    }

    // dependency cycle detected: a -> b -> a
    [GeneratedRegex("""dependency cycle detected: (?<circle>\S+(?: -> \S+)+)""")]
    private static partial Regex Said();
}
