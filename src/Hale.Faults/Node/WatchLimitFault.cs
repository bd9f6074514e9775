using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A program that watches files was refused by a limit of the kernel that all containers share.</summary>
public abstract class WatchLimitFault : LogFault
{
    public override Needs Needs => Needs.Containers | Needs.Node | Needs.Model;

    /// <summary>The limit's name below <c>fs.inotify</c>.</summary>
    private protected abstract string Limit { get; }

    /// <summary>What it should be raised to.</summary>
    private protected abstract string Enough { get; }

    /// <summary>What was refused, in words that follow the service.</summary>
    private protected abstract string Refused { get; }

    // Some go on without seeing any change, which nobody but the developer notices.
    private protected override bool Concerns(SeenContainer container) => true;

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) =>
        new(Id, container.Service, $"'{container.Service}' {Refused}: this machine's limit fs.inotify.{Limit} is reached, which all containers share")
        {
            OnlyWarns = !container.Unwell,
            Facts = new Dictionary<string, string> { ["polling"] = string.Join(' ', Watcher.PollingOf(container.Service, evidence)) },
        };

    public override Remedy Mend(Finding finding)
    {
        var polling = finding.Facts["polling"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Remedy
        {
            Acts = [.. polling.Select(variable => new ChangeOverlay(finding.Subject, ["environment", variable], ["true"], $"let '{finding.Subject}' look at its files again and again in place of being told ({variable})", finding.Says))],
            Advice =
            [
                $"echo fs.inotify.{Limit}={Enough} | sudo tee /etc/sysctl.d/60-inotify.conf && sudo sysctl --system",
                $"let '{finding.Subject}' not watch node_modules, .git and what it builds",
            ],
        };
    }
}
