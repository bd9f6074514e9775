using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The file of a Docker plugin is there and cannot be run.</summary>
public sealed class CliPluginBroken : Fault
{
    public override string Id => "cli-plugin-broken";

    public override string Title => "A plugin of the Docker command cannot be run";

    public override IReadOnlyList<string> Causes => ["compose-plugin-missing", "buildx-missing", "compose-v1-only"];

    public override string Page => """
        The `docker` command takes its plugins from several folders, the user's own before the system's. A file there that cannot be run hides a good one behind it, and
        the command looks as if it were not installed.

        ## What we look at
        The first file of each plugin in those folders, and what the system says when it is run.

        ## Why it happens
        It was downloaded for another processor, the download broke off, or it may not be executed.

        ## What mends it
        The file is moved away, so that the one behind it counts, or it is downloaded again.

        ## When it is not this
        Without any file of that name it is `compose-plugin-missing` or `buildx-missing`.
        """;

    public override Needs Needs => Needs.Tools;

    public override Diagnosis Detect(Evidence evidence) => evidence.Tools.Has(out var tools)
        ? Diagnosis.Present([.. tools.BrokenPlugins.Select(plugin => new Finding(Id, plugin.Name, $"the plugin for `docker {plugin.Name}` at {plugin.File} cannot be run: {plugin.Why}") { Facts = new Dictionary<string, string> { ["file"] = plugin.File } })])
        : Diagnosis.CannotTell(evidence.Tools.Unknown);

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"mv {finding.Facts["file"]} {finding.Facts["file"]}.broken", $"docker {finding.Subject} version");
}
