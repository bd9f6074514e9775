namespace Hale.Kernel.Stacks;

/// <summary>What only Compose does for a stack: resolve the model, build images, create containers, start what needs Compose to start it.</summary>
public interface IComposer
{
    /// <summary>The canonical model, from the cache when none of its inputs changed.</summary>
    Task<ModelAnswer> ResolveAsync(CancellationToken stop);

    /// <summary>The names of all services that the files have, those of profiles that are not active too; null when Compose does not say.</summary>
    Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop);

    /// <summary>Builds the images of the services; <paramref name="step"/> hears each build step as it ends.</summary>
    Task<ComposeAnswer> BuildAsync(IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop);

    /// <summary>Creates what is missing or out of date for these services (all when null) without starting any of it.</summary>
    Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop);

    /// <summary>Starts one service whose start only Compose can do.</summary>
    Task<ComposeAnswer> StartAsync(string service, CancellationToken stop);

    /// <summary>Stops one service whose stop only Compose can do.</summary>
    Task<ComposeAnswer> StopAsync(string service, CancellationToken stop);

    /// <summary>The services whose build inputs changed, or were never seen, since Hale last built them.</summary>
    Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop);

    /// <summary>Those of them that Hale has built at all.</summary>
    Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop);
}

/// <summary>The model, or what Compose said against the project's files.</summary>
/// <param name="Stack">The model; null when Compose refused.</param>
/// <param name="Refusal">Why there is none.</param>
/// <param name="FromCache">True when no file or setting changed and Compose was not asked.</param>
public sealed record ModelAnswer(Stack? Stack, ComposeRefusal? Refusal, bool FromCache)
{
    /// <summary>What Compose warned of while it resolved the files, without its decoration, each once.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Digests of what the model is made of, by names such as <c>api image</c>: two models differ where these do.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a Compose command ended.</summary>
/// <param name="ExitCode">Compose's own: 0 done, 14 file absent, 15 parse, 16 usage, 17 build, 18 pull, 1 the rest.</param>
/// <param name="Errors">The last lines it wrote to standard error, oldest first; at most 200.</param>
public sealed record ComposeAnswer(int ExitCode, IReadOnlyList<string> Errors)
{
    public bool Done => ExitCode == 0;
}

/// <summary>Compose's own objection to the project's files.</summary>
/// <param name="ExitCode">Compose's exit code.</param>
/// <param name="Message">What it said, without its decoration.</param>
/// <param name="File">The file it means, where that is known.</param>
/// <param name="Line">The line, counted from 1, where that is known.</param>
public sealed record ComposeRefusal(int ExitCode, string Message, string? File, int? Line)
{
    /// <summary>True when it is Hale that objects: to what Compose would let pass, or hang on.</summary>
    public bool IsOurs { get; init; }

    /// <summary>The fault whose page says more of what is allowed there; null when none does.</summary>
    public string? Page { get; init; }
}

/// <summary>One step of an image build, as BuildKit reports it.</summary>
/// <param name="Service">The service being built, where the step's name tells.</param>
/// <param name="Name">BuildKit's name of the step, such as <c>[api build 3/7] RUN npm ci</c>.</param>
/// <param name="Cached">True when nothing had to be done.</param>
/// <param name="Took">How long it took; zero when cached.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
public sealed record BuildStep(string? Service, string Name, bool Cached, TimeSpan Took, string? Error)
{
    /// <summary>For a step that failed: the last of what it printed, oldest first; at most 120 lines.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];
}
