using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>One thing to do, with its reason and its risk.</summary>
/// <param name="Because">The reason, in one sentence.</param>
/// <param name="Risk">How much it may touch.</param>
[JsonDerivedType(typeof(InstallPackages), "install-packages")]
[JsonDerivedType(typeof(StartDaemon), "start-daemon")]
[JsonDerivedType(typeof(CreateFile), "create-file")]
[JsonDerivedType(typeof(UseMirror), "use-mirror")]
[JsonDerivedType(typeof(MakeStandIn), "make-stand-in")]
[JsonDerivedType(typeof(TrustInImage), "trust-in-image")]
[JsonDerivedType(typeof(TrustInContainer), "trust-in-container")]
[JsonDerivedType(typeof(UseBuiltInFrontend), "use-built-in-frontend")]
[JsonDerivedType(typeof(ChangeOverlay), "change-overlay")]
[JsonDerivedType(typeof(MovePort), "move-port")]
[JsonDerivedType(typeof(TellPort), "tell-port")]
[JsonDerivedType(typeof(RestartService), "restart-service")]
[JsonDerivedType(typeof(RemakeService), "remake-service")]
[JsonDerivedType(typeof(RunInService), "run-in-service")]
[JsonDerivedType(typeof(RebuildService), "rebuild-service")]
[JsonDerivedType(typeof(RewriteFile), "rewrite-file")]
[JsonDerivedType(typeof(MakeUnixText), "make-unix-text")]
[JsonDerivedType(typeof(RunTool), "run-tool")]
[JsonDerivedType(typeof(RunInBuildImage), "run-in-build-image")]
[JsonDerivedType(typeof(TakeOurSide), "take-our-side")]
[JsonDerivedType(typeof(AddVariables), "add-variables")]
[JsonDerivedType(typeof(SetVariables), "set-variables")]
[JsonDerivedType(typeof(WriteAsPlainText), "write-as-plain-text")]
[JsonDerivedType(typeof(TryAgain), "try-again")]
[JsonDerivedType(typeof(AwaitHealth), "await-health")]
[JsonDerivedType(typeof(CreateExternal), "create-external")]
[JsonDerivedType(typeof(StopOrphan), "stop-orphan")]
[JsonDerivedType(typeof(KeepVolume), "keep-volume")]
[JsonDerivedType(typeof(RenewVolume), "renew-volume")]
[JsonDerivedType(typeof(RestoreDatabase), "restore-database")]
[JsonDerivedType(typeof(RunFirstScripts), "run-first-scripts")]
[JsonDerivedType(typeof(SeedDatabase), "seed-database")]
[JsonDerivedType(typeof(MakeCertificate), "make-certificate")]
[JsonDerivedType(typeof(TrustAuthority), "trust-authority")]
[JsonDerivedType(typeof(UntrustAuthority), "untrust-authority")]
public abstract record Act(string Because, Risk Risk)
{
    /// <summary>What it does, in a few words that follow "would" or "did".</summary>
    [JsonIgnore]
    public abstract string Says { get; }

    /// <summary>The files of the project that it may change or make, relative to it: their originals are kept before it begins.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<string> Files => [];

    /// <summary>What a person writes on the command line to allow it, where nobody is there to be asked.</summary>
    [JsonIgnore]
    public virtual string AllowedBy => "--yes";

    /// <summary>True when it could lose data, and these are names by which a person allowed it.</summary>
    public virtual bool IsNamedBy(IEnumerable<string> names) => false;

    /// <summary>True when nothing of it lasts, so that there is nothing to take back.</summary>
    [JsonIgnore]
    public virtual bool Passes => false;

    /// <summary>The act as it is told and written down, its texts passed through <paramref name="redact"/>: not the one to be carried out.</summary>
    public virtual Act Told(Func<string, string> redact) => this with { Because = redact(Because) };

    // The same thing done for another reason is the same act: it is not done twice.
    public virtual bool Equals(Act? other) => other is not null && EqualityContract == other.EqualityContract && Risk == other.Risk;

    public override int GetHashCode() => HashCode.Combine(EqualityContract, Risk);
}

/// <summary>Installs packages of the distribution.</summary>
/// <param name="Packages">Their names.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Because">The reason.</param>
public sealed record InstallPackages(IReadOnlyList<string> Packages, PackageSource Source, string Because) : Act(Because, Risk.System)
{
    public override string Says => $"install {string.Join(", ", Packages)} from {Source.Says}";

    public bool Equals(InstallPackages? other) =>
        other is not null && Packages.SequenceEqual(other.Packages) && Source == other.Source;

    public override int GetHashCode() => HashCode.Combine(string.Join(' ', Packages), Source);
}

/// <summary>Where packages come from.</summary>
/// <param name="Kind">The distribution's own suite, Docker's repository, or a newer suite pinned low.</param>
/// <param name="Suite">The suite's name, such as <c>trixie</c>; empty for the distribution's own.</param>
public sealed record PackageSource(PackageSourceKind Kind, string Suite = "")
{
    [JsonIgnore]
    public string Says => Kind switch
    {
        PackageSourceKind.Distribution => "the distribution",
        PackageSourceKind.DockerRepository => "Docker's repository",
        _ => $"the newer suite '{Suite}', pinned at low priority",
    };
}

/// <summary>The kinds of package source, in the order in which they are preferred.</summary>
public enum PackageSourceKind
{
    Distribution,
    DockerRepository,
    NewerSuite,
}

/// <summary>Starts the Docker daemon.</summary>
/// <param name="Starter">Who starts it.</param>
/// <param name="Because">The reason.</param>
public sealed record StartDaemon(DaemonStarter Starter, string Because) : Act(Because, Risk.System)
{
    public override string Says => Starter switch
    {
        DaemonStarter.Systemd => "start the Docker daemon with systemctl",
        DaemonStarter.Service => "start the Docker daemon with service",
        _ => "start dockerd directly, since this machine has no init system",
    };
}

/// <summary>The ways in which a daemon is started on Linux.</summary>
public enum DaemonStarter
{
    Systemd,
    Service,
    Hale,
}

/// <summary>Makes a file that does not exist, from a template of the project.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Template">The template, relative to the project.</param>
/// <param name="Because">The reason.</param>
public sealed record CreateFile(string Path, string Template, string Because) : Act(Because, Risk.Safe)
{
    /// <summary>True when it gets the template's rights, since a user of a container reads it; else it is for this user alone.</summary>
    public bool ForOthers { get; init; }

    public override string Says => $"create {Path} from {Template}";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];
}

/// <summary>Pulls an image from a mirror and uses it in place of the one whose registry does not answer.</summary>
/// <param name="Image">The image as the project names it.</param>
/// <param name="Mirror">The mirror's host.</param>
/// <param name="Because">The reason.</param>
public sealed record UseMirror(string Image, string Mirror, string Because) : Act(Because, Risk.Safe)
{
    public override string Says => $"use {Image} from the mirror {Mirror}";
}

/// <summary>Builds a stand-in for an image from the distribution's packages, under Hale's own name.</summary>
/// <param name="Image">The image as the project names it.</param>
/// <param name="Recipe">The recipe, such as <c>postgres</c>.</param>
/// <param name="Because">The reason.</param>
public sealed record MakeStandIn(string Image, string Recipe, string Because) : Act(Because, Risk.Safe)
{
    public override string Says => $"build a stand-in for {Image} from the distribution's packages";
}

/// <summary>Derives an image that also trusts the host's extra certificate authorities, and builds from it instead.</summary>
/// <param name="Image">The base image as the Dockerfile names it.</param>
/// <param name="Because">The reason.</param>
public sealed record TrustInImage(string Image, string Because) : Act(Because, Risk.Safe)
{
    public override string Says => $"build from {Image} with this machine's extra certificate authorities added";
}

/// <summary>Lets the containers of a service trust the host's extra certificate authorities.</summary>
/// <param name="Service">The service.</param>
/// <param name="Because">The reason.</param>
public sealed record TrustInContainer(string Service, string Because) : Act(Because, Risk.Safe)
{
    public override string Says => $"give the containers of '{Service}' this machine's extra certificate authorities";
}

/// <summary>Builds a service with BuildKit's built-in Dockerfile frontend, leaving the <c># syntax=</c> line out.</summary>
/// <param name="Service">The service.</param>
/// <param name="Because">The reason.</param>
public sealed record UseBuiltInFrontend(string Service, string Because) : Act(Because, Risk.Safe)
{
    public override string Says => $"build '{Service}' with BuildKit's built-in Dockerfile frontend";
}
