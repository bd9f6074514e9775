using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>What of Docker is missing, and how it is installed here: what the faults of this family share.</summary>
internal static class Missing
{
    private const string Packages = "packages";
    private const string Kind = "kind";
    private const string Suite = "suite";
    private const string Advice = "advice";

    /// <summary>True when <c>apt</c> is how packages come to this machine.</summary>
    public static bool UsesApt(MachineFacts machine) => machine.Distribution is "debian" or "ubuntu";

    /// <summary>A finding that names the best offer for all parts that are missing or too old, not for one alone.</summary>
    public static Finding FindingOf(string fault, string says, MachineFacts machine, ToolFacts tools, EngineFacts? engine)
    {
        var facts = new Dictionary<string, string> { [Advice] = ByHand(machine) };
        if (machine is { MayInstall: true, Offers: [var best, ..] })
        {
            facts[Packages] = string.Join(' ', PartsOf(best.Packages, tools, engine).Distinct());
            facts[Kind] = best.Source.Kind.ToString();
            facts[Suite] = best.Source.Suite;
        }

        return new Finding(fault, "machine", says) { Facts = facts };
    }

    /// <summary>The install that the finding names, or only the advice where nothing may be installed.</summary>
    public static Remedy RemedyOf(Finding finding)
    {
        IReadOnlyList<string> advice = [.. finding.Facts.GetValueOrDefault(Advice, "").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        return finding.Facts.TryGetValue(Packages, out var packages) && Enum.TryParse<PackageSourceKind>(finding.Facts[Kind], out var kind)
            ? new Remedy { Acts = [new InstallPackages(packages.Split(' '), new PackageSource(kind, finding.Facts[Suite]), finding.Says)], Advice = advice }
            : new Remedy { Advice = advice };
    }

    /// <summary>The commands that a person gives to have Docker on this machine, one a line.</summary>
    public static string ByHand(MachineFacts machine) => machine switch
    {
        { System: "macos" } => "brew install --cask docker && open -a Docker",
        { System: "windows" } => "winget install Docker.DockerDesktop",
        { Wsl: true, Offers: [] } => "turn on this distribution under Settings, Resources, WSL integration in Docker Desktop",
        { Offers: [var best, ..] } => Apt(best),
        { Distribution: "fedora" } => "sudo dnf install moby-engine docker-cli docker-compose docker-buildx && sudo systemctl start docker",
        { Distribution: "arch" } => "sudo pacman -S docker docker-compose docker-buildx && sudo systemctl start docker",
        { Distribution: "alpine" } => "sudo apk add docker docker-cli-compose docker-cli-buildx && sudo service docker start",
        { Distribution: "opensuse-leap" or "opensuse-tumbleweed" } => "sudo zypper install docker docker-compose docker-buildx && sudo systemctl start docker",
        _ => "curl -fsSL https://get.docker.com | sudo sh",
    };

    private static string Apt(PackageOffer offer)
    {
        var parts = offer.Packages;
        var suite = offer.Source.Kind is PackageSourceKind.NewerSuite ? $"/{offer.Source.Suite}" : "";
        var names = string.Join(' ', new[] { parts.Engine, parts.Cli, parts.Compose, parts.Buildx }.Distinct().Select(name => name + suite));
        var install = $"sudo apt-get update && sudo apt-get install --no-install-recommends {names}";
        return offer.Source.Kind switch
        {
            PackageSourceKind.NewerSuite => $"add the suite '{offer.Source.Suite}' to the sources of apt with Pin-Priority 100, then: {install}",
            PackageSourceKind.DockerRepository => $"add Docker's repository as https://docs.docker.com/engine/install/ says, then: {install}",
            _ => install,
        };
    }

    private static IEnumerable<string> PartsOf(DockerPackages packages, ToolFacts tools, EngineFacts? engine)
    {
        // An engine that answers, wherever it is, needs no other beside it.
        if (engine is not { Version: not null } && !tools.Dockerd)
        {
            yield return packages.Engine;
        }

        if (tools.Cli is null)
        {
            yield return packages.Cli;
        }

        if (tools.Compose is not { } compose || !Requirements.Meets(compose, Requirements.Compose))
        {
            yield return packages.Compose;
        }

        if (tools.Buildx is null)
        {
            yield return packages.Buildx;
        }
    }
}
