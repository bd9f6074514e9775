using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>What the faults of missing parts of Docker share: where the parts can come from on this machine, and what a person can run.</summary>
internal static class DockerParts
{
    /// <summary>The facts of a finding from which <see cref="Mend"/> makes its remedy.</summary>
    public static Dictionary<string, string> FactsOf(MachineFacts machine, Func<DockerPackages, IEnumerable<string>> choose) =>
        machine.Offers.Count == 0
            ? new() { ["system"] = machine.System, ["distribution"] = machine.Distribution }
            : new()
            {
                ["packages"] = string.Join(' ', choose(machine.Offers[0].Packages).Distinct()),
                ["source"] = machine.Offers[0].Source.Kind.ToString(),
                ["suite"] = machine.Offers[0].Source.Suite,
                ["system"] = machine.System,
                ["distribution"] = machine.Distribution,
            };

    public static Remedy Mend(Finding finding)
    {
        if (!finding.Facts.TryGetValue("packages", out var packages))
        {
            return Remedy.ByHand(ByHand(finding.Facts.GetValueOrDefault("system", ""), finding.Facts.GetValueOrDefault("distribution", "")));
        }

        var source = new PackageSource(Enum.Parse<PackageSourceKind>(finding.Facts["source"]), finding.Facts["suite"]);
        return new Remedy
        {
            Acts = [new InstallPackages(packages.Split(' '), source, finding.Says)],
            Advice = [source.Kind is PackageSourceKind.NewerSuite
                ? $"sudo apt-get install --no-install-recommends {string.Join(' ', packages.Split(' ').Select(name => $"{name}/{source.Suite}"))}, after adding the suite '{source.Suite}' pinned at priority 100"
                : $"sudo apt-get install {packages}"],
        };
    }

    private static string ByHand(string system, string distribution) => (system, distribution) switch
    {
        ("macos", _) => "brew install --cask docker-desktop, then start Docker Desktop",
        ("windows", _) => "winget install Docker.DockerDesktop, then start Docker Desktop",
        (_, "fedora") => "sudo dnf install moby-engine docker-cli docker-compose docker-buildx",
        (_, "arch") => "sudo pacman -S docker docker-compose docker-buildx",
        (_, "alpine") => "sudo apk add docker docker-cli-compose docker-cli-buildx",
        (_, "opensuse-tumbleweed" or "opensuse-leap") => "sudo zypper install docker docker-compose docker-buildx",
        _ => "install Docker as https://docs.docker.com/engine/install/ says for this system; where Docker cannot be had, see: hale poetry --help",
    };
}
