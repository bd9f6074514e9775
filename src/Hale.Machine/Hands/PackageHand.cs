using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Hands;

/// <summary>
/// Installs packages with apt. A newer suite is added at a priority below the distribution's own, so that nothing else is upgraded
/// from it. Docker's repository was never used on a machine where this was tried: that way has not been run.
/// </summary>
public sealed class PackageHand(ICommandRunner runner) : IHand
{
    private const string Lists = "/etc/apt/sources.list.d";
    private const string Preferences = "/etc/apt/preferences.d";
    private static readonly TimeSpan UpdatePatience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(15);

    public bool Takes(Act act) => act is InstallPackages;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var wanted = (InstallPackages)act;
        if (runner.Find("apt-get") is null)
        {
            return new Receipt(false, "apt-get is not on this machine; install the packages with its own package manager");
        }

        if (await AddSourceAsync(wanted.Source, progress, stop).ConfigureAwait(false) is { } refused)
        {
            return new Receipt(false, refused);
        }

        // Other sources of the machine may be broken without being needed here, so that update's failure alone decides nothing.
        await RunAsync(["apt-get", "-q", "update"], UpdatePatience, progress, stop).ConfigureAwait(false);
        IReadOnlyList<string> packages = wanted.Source.Kind is PackageSourceKind.NewerSuite
            ? [.. wanted.Packages.Select(name => $"{name}/{wanted.Source.Suite}")]
            : wanted.Packages;
        var end = await RunAsync(["apt-get", "-q", "install", "-y", "--no-install-recommends", .. packages], InstallPatience, progress, stop).ConfigureAwait(false);
        return end.Done
            ? new Receipt(true, $"installed {string.Join(", ", wanted.Packages)} from {wanted.Source.Says}") { Undo = UndoOf(wanted) }
            : new Receipt(false, $"apt-get did not install {string.Join(", ", wanted.Packages)}: {end.LastWords}");
    }

    private static string UndoOf(InstallPackages wanted)
    {
        var remove = $"sudo apt-get remove {string.Join(' ', wanted.Packages)}";
        return wanted.Source.Kind is PackageSourceKind.Distribution
            ? remove
            : $"{remove} && sudo rm -f {SourceFile(wanted.Source)} {PinFile(wanted.Source)}";
    }

    private static string SourceFile(PackageSource source) => $"{Lists}/hale-{NameOf(source)}.sources";

    private static string PinFile(PackageSource source) => $"{Preferences}/hale-{NameOf(source)}";

    private static string NameOf(PackageSource source) => source.Kind is PackageSourceKind.DockerRepository ? "docker" : source.Suite;

    /// <returns>Why the source could not be added; null when it is there.</returns>
    private async Task<string?> AddSourceAsync(PackageSource source, Action<string> progress, CancellationToken stop)
    {
        if (source.Kind is PackageSourceKind.Distribution)
        {
            return null;
        }

        if (source.Kind is PackageSourceKind.DockerRepository
            && await RunAsync(["curl", "-fsSL", "--max-time", "60", "-o", "/etc/apt/keyrings/hale-docker.asc", "https://download.docker.com/linux/debian/gpg"], UpdatePatience, progress, stop).ConfigureAwait(false) is { Done: false } noKey)
        {
            return $"the key of Docker's repository could not be fetched: {noKey.LastWords}";
        }

        var (address, component, key) = source.Kind is PackageSourceKind.DockerRepository
            ? ("https://download.docker.com/linux/debian", "stable", "/etc/apt/keyrings/hale-docker.asc")
            : ("http://deb.debian.org/debian", "main", "/usr/share/keyrings/debian-archive-keyring.gpg");
        var entry = $"Types: deb\nURIs: {address}\nSuites: {source.Suite}\nComponents: {component}\nSigned-By: {key}\n";
        var pin = $"Package: *\nPin: release n={source.Suite}\nPin-Priority: 100\n";
        return await WriteAsync(SourceFile(source), entry, stop).ConfigureAwait(false)
            ?? (source.Kind is PackageSourceKind.NewerSuite ? await WriteAsync(PinFile(source), pin, stop).ConfigureAwait(false) : null);
    }

    private async Task<string?> WriteAsync(string path, string text, CancellationToken stop)
    {
        var end = await runner.RunAsync(AsRoot(["tee", path]) with { Input = text }, null, stop).ConfigureAwait(false);
        return end.Done ? null : $"{path} could not be written: {end.LastWords}";
    }

    private async Task<CommandEnd> RunAsync(IReadOnlyList<string> line, TimeSpan patience, Action<string> progress, CancellationToken stop)
    {
        var command = AsRoot(line) with
        {
            Timeout = patience,
            Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        progress($"$ {command}");
        return await runner.RunAsync(command, (text, _) => progress(text), stop).ConfigureAwait(false);
    }

    private static Command AsRoot(IReadOnlyList<string> line) =>
        Environment.IsPrivilegedProcess ? new Command(line[0], [.. line.Skip(1)]) : new Command("sudo", ["-n", .. line]);
}
