using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Machine.Packages;

namespace Hale.Machine.Hands;

/// <summary>Installs packages with <c>apt</c>.</summary>
public sealed class PackageHand(ICommandRunner runner) : IHand
{
    private static readonly Dictionary<string, string?> Quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive", ["LC_ALL"] = "C" };

    // One source that does not answer must not hold up the others.
    private static readonly string[] Bounded =
        ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::https::Timeout=20", "-o", "DPkg::Lock::Timeout=60"];

    private readonly RootCommands _root = new(runner);

    public bool Takes(Act act) => act is InstallPackages;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var install = (InstallPackages)act;
        if (!await _root.MayAsync(stop).ConfigureAwait(false))
        {
            return new Receipt(false, "installing packages needs root, and sudo asks for a password here");
        }

        try
        {
            return await InstallAsync(install, progress, stop).ConfigureAwait(false);
        }
        catch (HttpRequestException refusal)
        {
            return new Receipt(false, $"Docker's repository did not give its keys: {refusal.Message}");
        }
    }

    private async Task<Receipt> InstallAsync(InstallPackages install, Action<string> progress, CancellationToken stop)
    {
        var before = await InstalledAsync(stop).ConfigureAwait(false);
        var (files, refusal) = await new AddedSource(_root).AddAsync(install.Source, OsRelease.Read(), stop).ConfigureAwait(false);
        if (refusal is not null)
        {
            return new Receipt(false, $"the package source could not be added: {refusal.LastWords}");
        }

        // A source of the machine's own that is broken makes this fail, and the packages may be there all the same.
        var update = await AptAsync(["update"], TimeSpan.FromMinutes(4), progress, stop).ConfigureAwait(false);
        var names = install.Packages.Select(name => install.Source.Kind is PackageSourceKind.NewerSuite ? $"{name}/{install.Source.Suite}" : name);
        var end = await AptAsync(["install", "-y", "--no-install-recommends", .. names], TimeSpan.FromMinutes(15), progress, stop).ConfigureAwait(false);
        var added = (await InstalledAsync(stop).ConfigureAwait(false)).Except(before).Order(StringComparer.Ordinal).ToList();
        var undo = UndoOf(added, files);
        return end.Done
            ? new Receipt(true, $"installed {string.Join(", ", added)}") { Undo = undo }
            : new Receipt(false, $"apt-get install failed: {Reason(end)}{(update.Done ? "" : $"; apt-get update had failed: {Reason(update)}")}") { Undo = undo };
    }

    private Task<CommandEnd> AptAsync(IReadOnlyList<string> arguments, TimeSpan timeout, Action<string> progress, CancellationToken stop)
    {
        progress($"apt-get {string.Join(' ', arguments)}");
        return _root.RunAsync(new Command("apt-get", [.. Bounded, .. arguments]) { Environment = Quiet, Timeout = timeout }, progress, stop);
    }

    private async Task<HashSet<string>> InstalledAsync(CancellationToken stop)
    {
        var end = await runner.RunAsync(new Command("dpkg-query", ["-W", "-f", "${db:Status-Abbrev} ${Package}\\n"]) { KeepsCharacters = 1 << 22 }, null, stop).ConfigureAwait(false);
        return [.. end.Output.Split('\n').Where(line => line.StartsWith("ii ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])];
    }

    private static string? UndoOf(List<string> packages, IReadOnlyList<string> files)
    {
        string[] steps =
        [
            .. packages.Count > 0 ? [$"sudo apt-get purge -y {string.Join(' ', packages)}"] : Array.Empty<string>(),
            .. files.Count > 0 ? [$"sudo rm {string.Join(' ', files)}", "sudo apt-get update"] : Array.Empty<string>(),
        ];
        return steps.Length > 0 ? string.Join(" && ", steps) : null;
    }

    // apt says "E: …" for each error; the first is the cause.
    private static string Reason(CommandEnd end) =>
        end.Errors.Split('\n').FirstOrDefault(line => line.StartsWith("E: ", StringComparison.Ordinal))?[3..] ?? end.LastWords;
}
