using Hale.Kernel.Stacks;

namespace Hale.Kernel.Faults;

/// <summary>Everything one run saw. Written once by the probes, read by every fault, never changed.</summary>
public sealed record Evidence
{
    /// <summary>This computer.</summary>
    public Reading<MachineFacts> Machine { get; init; } = new();

    /// <summary>The Docker command-line tools.</summary>
    public Reading<ToolFacts> Tools { get; init; } = new();

    /// <summary>The engine that the Docker context names, or its refusal.</summary>
    public Reading<EngineFacts> Engine { get; init; } = new();

    /// <summary>The project's files as they lie in its folder.</summary>
    public Reading<ProjectFacts> Project { get; init; } = new();

    /// <summary>Compose's canonical model, or its refusal.</summary>
    public Reading<ModelFacts> Model { get; init; } = new();

    /// <summary>The images that the stack runs or builds from, where something has to be pulled or built.</summary>
    public Reading<ImageFacts> Images { get; init; } = new();

    /// <summary>Who signs the TLS connections of this machine.</summary>
    public Reading<TrustFacts> Trust { get; init; } = new();

    /// <summary>The stack's containers.</summary>
    public Reading<ContainerFacts> Containers { get; init; } = new();

    /// <summary>What the last start of the stack came up against.</summary>
    public Reading<AttemptFacts> Attempt { get; init; } = new();

    /// <summary>Who listens on the host's ports that the stack publishes.</summary>
    public Reading<PortFacts> Ports { get; init; } = new();

    /// <summary>What the engine holds that is not of this stack.</summary>
    public Reading<NeighbourFacts> Neighbours { get; init; } = new();

    /// <summary>The files and folders of this machine that the services mount.</summary>
    public Reading<MountFacts> Mounts { get; init; } = new();

    /// <summary>The environment files, and what the Compose files do with variables.</summary>
    public Reading<EnvFacts> EnvFiles { get; init; } = new();

    /// <summary>The Python projects that Poetry keeps.</summary>
    public Reading<PoetryFacts> Poetry { get; init; } = new();

    /// <summary>The programs that the containers which failed were to run.</summary>
    public Reading<ProgramFacts> Programs { get; init; } = new();

    /// <summary>What the stack's images are built from, as it lies on disk.</summary>
    public Reading<SourceFacts> Sources { get; init; } = new();

    /// <summary>The Node projects that the stack is made from.</summary>
    public Reading<NodeFacts> Node { get; init; } = new();

    /// <summary>The files of the project that containers which are not well named.</summary>
    public Reading<PlaceFacts> Places { get; init; } = new();

    /// <summary>What changed since the stack was last healthy.</summary>
    public Reading<ChangeFacts> Changes { get; init; } = new();

    /// <summary>The certificate that the project wants, and the local authority that signs it.</summary>
    public Reading<CertificateFacts> Certificates { get; init; } = new();

    /// <summary>By which name this checkout goes.</summary>
    public Reading<CheckoutFacts> Checkout { get; init; } = new();
}

/// <summary>The readings a fault looks at, so that only the probes that are needed run.</summary>
[Flags]
public enum Needs
{
    None = 0,
    Machine = 1,
    Tools = 2,
    Engine = 4,
    Project = 8,
    Model = 16,
    Images = 32,
    Trust = 64,
    Containers = 128,
    Attempt = 256,
    Ports = 512,
    Neighbours = 1024,
    Mounts = 2048,
    EnvFiles = 4096,
    Poetry = 8192,
    Programs = 16384,
    Sources = 1 << 24,
    Node = 1 << 25,
    Changes = 1 << 26,
    Places = 1 << 27,
    Certificates = 1 << 28,
    Checkout = 1 << 29,
}

/// <summary>Compose's canonical model, or what it said against the files.</summary>
public sealed record ModelFacts(Stack? Stack, ComposeRefusal? Refusal)
{
    /// <summary>What Compose warned of while it resolved the files, one warning a line.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
