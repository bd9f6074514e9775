using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Checkout;

/// <summary>A checkout that goes by a name of its own shares a fixed name with the checkout that has the project's own.</summary>
public sealed class CheckoutFixedNames : Fault
{
    private const string Top = "top";
    private const string Value = "value";
    private const string Was = "was";
    private const string Networks = "networks";

    public override string Id => "checkout-fixed-names";

    public override string Title => "The Compose file gives something a fixed name that another checkout of the project uses";

    // Under a name of its own nothing is in its way.
    public override IReadOnlyList<string> Causes => ["compose-name-conflict"];

    public override Needs Needs => Needs.Model | Needs.Checkout;

    public override string Page => """
        Another checkout of this project is known on this machine, so this one goes by a name of its own, and with it what Compose names after the project:
        containers, volumes, networks, images. What the Compose file gives a fixed name (`container_name`, `name:` of a volume or network, `image:` of what
        is built) would still be shared between the two: they could not both be up, or would write into one volume, or run each other's build.

        ## What we look at
        The name of this checkout in `.hale/checkout.json`, and the fixed names in the resolved Compose model. What is `external` is shared on purpose.

        ## Why it happens
        Two clones, copies or `git worktree`s of one project on one machine.

        ## What mends it
        Lines in the overlay give each of them a name that begins with that of this checkout. A container stays reachable for the other services under
        the name that the Compose file gives it. `hale list` shows all checkouts; the data of the other one is not touched, and this one begins with empty volumes.

        ## When it is not this
        A container that is of another project, or of none, and has the name is `compose-name-conflict`. A port is `port-other-checkout` or
        `port-other-container`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Checkout.Has(out var checkout))
        {
            return Diagnosis.CannotTell(evidence.Checkout.Unknown);
        }

        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        return Diagnosis.Present(Shared(stack, checkout));
    }

    /// <summary>What the stack would share with the checkout that has the project's own name.</summary>
    public IReadOnlyList<Finding> Shared(Stack stack, CheckoutFacts checkout) => checkout is not { OwnName: { } own, Other: { } other }
        ? []
        :
        [
            .. ContainersOf(stack, own, other), .. ImagesOf(stack, own, other),
            .. stack.Volumes.Where(volume => !volume.External && IsFixed(volume.Name, own)).Select(volume => OfTop("volumes", "volume", volume.Key, volume.Name, own, other)),
            .. stack.Networks.Where(network => !network.External && IsFixed(network.Name, own)).Select(network => OfTop("networks", "network", network.Key, network.Name, own, other)),
        ];

    public override Remedy Mend(Finding finding)
    {
        var facts = finding.Facts;
        var value = facts[Value];
        if (facts.TryGetValue(Top, out var section))
        {
            return Change(new ChangeOverlay(OverlayLine.TopLevel, [section, finding.Subject, "name"], [value], $"name the {section[..^1]} '{finding.Subject}' {value}", finding.Says));
        }

        if (!facts.TryGetValue(Networks, out var networks))
        {
            return Change(new ChangeOverlay(finding.Service!, ["image"], [value], $"name the image of '{finding.Service}' {value}", finding.Says));
        }

        // Others may reach it by the name of its container.
        var known = networks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(network => new ChangeOverlay(finding.Service!, ["networks", network, "aliases"], [facts[Was]], $"keep {facts[Was]} as a name of '{finding.Service}' on the network '{network}'", finding.Says, IsList: true));
        return Change([new ChangeOverlay(finding.Service!, ["container_name"], [value], $"name the container of '{finding.Service}' {value}", finding.Says), .. known]);
    }

    private static Remedy Change(params IReadOnlyList<Act> acts) => new() { Acts = acts, Advice = ["hale docker", "hale list    # the checkouts on this machine"] };

    private IEnumerable<Finding> ContainersOf(Stack stack, string own, string other) =>
        from service in stack.Services
        where service.ContainerName is { } name && IsFixed(name, own)
        select new Finding(Id, service.Name, Says($"the container name {service.ContainerName} of '{service.Name}'", other))
        {
            Service = service.Name,
            Facts = new Dictionary<string, string> { [Value] = $"{own}-{service.Name}-1", [Was] = service.ContainerName!, [Networks] = string.Join(' ', service.Networks) },
        };

    // A service that only runs what another one builds gets the same image.
    private IEnumerable<Finding> ImagesOf(Stack stack, string own, string other) =>
        from built in stack.Services
        where built.Build is not null && IsFixed(built.Image, own)
        group built by built.Image into same
        from service in stack.Services
        where service.Image == same.Key
        select new Finding(Id, $"{service.Name} image", Says($"the image name {service.Image} of '{service.Name}'", other))
        {
            Service = service.Name,
            Facts = new Dictionary<string, string> { [Value] = $"{own}-{same.First().Name}" },
        };

    private Finding OfTop(string section, string kind, string key, string name, string own, string other) => new(Id, key, Says($"the name {name} of the {kind} '{key}'", other))
    {
        Facts = new Dictionary<string, string> { [Top] = section, [Value] = $"{own}_{key}" },
    };

    private static string Says(string what, string other) => $"{what} is fixed, and the checkout in {other} uses it too";

    // Names that Compose makes, and those that a file makes with ${COMPOSE_PROJECT_NAME}, hold the project's name.
    private static bool IsFixed(string name, string own) => !name.Contains(own, StringComparison.Ordinal);
}
