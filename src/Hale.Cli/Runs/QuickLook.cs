using Hale.Faults.Checkout;
using Hale.Faults.Port;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>
/// The least that has to be known to bring a stack up: the model, its containers, what has to be built. When all of it answers, no
/// deeper look is needed before the start.
/// </summary>
internal sealed record QuickLook
{
    // What these see stands in no container and no answer of the engine, so a start would pass it by.
    private static readonly Fault[] OfTheModel = [new CheckoutFixedNames(), new PortMovedInVariable()];

    /// <summary>The model; null when Compose refused or could not be asked.</summary>
    public Stack? Stack { get; init; }

    public ComposeRefusal? Refusal { get; init; }

    /// <summary>Digests of what the model is made of.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>The ids of the services' images as the engine had them when it was looked at.</summary>
    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    /// <summary>The services asked for, with all that they depend on.</summary>
    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>The services whose image has to be built.</summary>
    public IReadOnlyList<string> Build { get; init; } = [];

    /// <summary>The services that the last start was not content with, whatever the engine says of them.</summary>
    public IReadOnlySet<string> Doubted { get; init; } = new HashSet<string>();

    /// <summary>True when the engine lacks an image that is not built here.</summary>
    public bool LacksImage { get; init; }

    /// <summary>True when a file of the project that a service mounts is not there, or is the empty folder that an engine makes of its name.</summary>
    public bool LacksMountedFile { get; init; }

    /// <summary>True when the project wants a certificate, and the one that is there is missing, ends soon or is not where it is wanted.</summary>
    public bool IsCertificateDue { get; init; }

    /// <summary>True when the model alone shows what has to be mended before a start.</summary>
    public bool IsModelFaulty { get; init; }

    /// <summary>True when every container is known to be what Compose would make now.</summary>
    public bool Current { get; init; }

    /// <summary>Why no more could be seen; null when everything answered.</summary>
    public string? InTheWay { get; init; }

    /// <summary>True when the stack can be started without looking deeper.</summary>
    public bool MayStart => InTheWay is null && !LacksImage && !LacksMountedFile && !IsCertificateDue && !IsModelFaulty && Build.Count == 0;

    /// <summary>The ids of the services' images as the engine has them now.</summary>
    public Task<IReadOnlyDictionary<string, string>> ImagesAsync(IImageStore images, CancellationToken stop) => ImagesOf(Services, images, stop);

    /// <summary>True when everything is there, current and well, so that nothing is left to do.</summary>
    public bool NothingToDo(IReadOnlySet<string> completed, DateTimeOffset now) =>
        InTheWay is null && !Services.Any(service => Doubted.Contains(service.Name)) && Stack is not null && Current && !IsCertificateDue && !IsModelFaulty && Build.Count == 0
        && Services.All(service => Containers.Count(container => container.Service == service.Name) == service.Replicas)
        && Containers.All(container => Services.All(service => service.Name != container.Service) || IsWell(container, completed, now));

    private static bool IsWell(Container container, IReadOnlySet<string> completed, DateTimeOffset now) => container switch
    {
        { State: ContainerState.Running, Health: HealthVerdict.None } => !WasStartedAgain(container, now),
        { State: ContainerState.Running, Health: HealthVerdict.Healthy } => true,
        { State: ContainerState.Exited, ExitCode: 0 } => completed.Contains(container.Id),
        _ => false,
    };

    // Up for a moment, and there for much longer: its restart policy may be at work.
    private static bool WasStartedAgain(Container container, DateTimeOffset now) =>
        container is { UpFor: { } up, Created: { } created } && up < TimeSpan.FromSeconds(15) && now - created > up + TimeSpan.FromSeconds(10);

    public static async Task<QuickLook> TakeAsync(Rooms rooms, UpOptions options, CancellationToken stop)
    {
        if (rooms.LacksEnvFile())
        {
            return new QuickLook { InTheWay = "an environment file is missing" };
        }

        var model = await rooms.Composer.ResolveAsync(stop).ConfigureAwait(false);
        if (model.Stack is not { } stack)
        {
            return new QuickLook { Refusal = model.Refusal, InTheWay = model.Refusal?.Message ?? "Compose gave no model" };
        }

        var services = Chosen(stack, options.Services);
        try
        {
            return await LookAtEngineAsync(rooms, options, stack, services, stop).ConfigureAwait(false) with { Parts = model.Parts };
        }
        catch (EngineException refusal)
        {
            return new QuickLook { Stack = stack, Services = services, InTheWay = refusal.Message };
        }
    }

    private static async Task<QuickLook> LookAtEngineAsync(
        Rooms rooms, UpOptions options, Stack stack, IReadOnlyList<Service> services, CancellationToken stop)
    {
        var outOfDate = rooms.Composer.OutOfDateAsync(stack, stop);
        var asked = ImagesOf(services, rooms.Images, stop);
        var containers = await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
        var images = await asked.ConfigureAwait(false);
        var current = rooms.Created.IsCurrent(stack, containers, images);
        var stale = await outOfDate.ConfigureAwait(false);

        var look = new QuickLook
        {
            Stack = stack,
            Services = services,
            Containers = containers,
            Current = current,
            Images = images,
            Doubted = rooms.Doubted(),
            Build =
            [
                .. from service in services
                   where service.Build is not null
                   where options.Build || options.CleanCache || stale.Contains(service.Name) || Lacks(service)
                   select service.Name,
            ],
            LacksMountedFile = services.SelectMany(service => service.Mounts).Any(mount => IsMissing(mount, rooms.Session.Project)),
            IsCertificateDue = CertsRun.Due(rooms.Certificates.Look(stack)).Count > 0,
            IsModelFaulty = OfTheModel.Any(fault => fault.Detect(new Evidence { Model = Reading.Of(new ModelFacts(stack, null)), Checkout = Reading.Of(rooms.Checkout.Facts()) })
                is Diagnosis.Seen seen && seen.Findings.Any(finding => !finding.OnlyWarns)),
            LacksImage = services.Any(service => service.Build is null && Lacks(service)),
        };
        return look.NothingToDo(rooms.Created.Completed, rooms.Clock.GetUtcNow())
            ? look with { Containers = await Task.WhenAll(containers.Select(container => DoubtedAsync(container, rooms.Engine, stop))).ConfigureAwait(false) }
            : look;

        // A container that runs does not need its image's name any more.
        bool Lacks(Service service) => !current && service.Image.Length > 0 && !images.ContainsKey(service.Image);
    }

    private static bool IsMissing(Mount mount, Project project) =>
        mount is { Kind: "bind", Source: { } source } && Mount.NamesFile(source, mount.Target)
        && source.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) && (!Path.Exists(source) || IsEmptyFolder(source));

    private static bool IsEmptyFolder(string path)
    {
        try
        {
            return Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The engine goes on saying "healthy" until as many probes have failed as were written. One failure is enough to ask again.
    private static async Task<Container> DoubtedAsync(Container container, IContainerEngine engine, CancellationToken stop) =>
        container.Health is HealthVerdict.Healthy && await engine.InspectAsync(container.Id, stop).ConfigureAwait(false) is { LastProbe: not null, LastProbePassed: false }
            ? container with { Health = HealthVerdict.Starting }
            : container;

    private static Task<IReadOnlyDictionary<string, string>> ImagesOf(IReadOnlyList<Service> services, IImageStore images, CancellationToken stop) =>
        images.IdsAsync([.. services.Select(service => service.Image).Where(image => image.Length > 0).Distinct()], stop);

    private static IReadOnlyList<Service> Chosen(Stack stack, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Models.NeedService(stack, name);
        }

        if (stack.Services.Count == 0)
        {
            throw new ProblemException(new Problem("This project has no service to start")
            {
                Advice = ["where every service belongs to a profile, name one: COMPOSE_PROFILES=PROFILE hale docker", "docker compose config --profiles"],
            });
        }

        return names.Count == 0 ? stack.Services : new DependencyGraph(stack).With(names);
    }
}
