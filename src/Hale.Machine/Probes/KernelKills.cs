using System.Text.RegularExpressions;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Reads from the kernel's log which processes it ended because the whole machine had no memory left.</summary>
internal sealed partial class KernelKills(ICommandRunner runner)
{
    private const int Most = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>Nothing where there is no such log, or this user may not read it.</returns>
    public async Task<IReadOnlyList<KernelKill>> ReadAsync(CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var end = await runner.RunAsync(new Command("dmesg", []) { Timeout = Patience }, null, stop).ConfigureAwait(false);
        return end.Done ? [.. end.Output.Split('\n').Select(line => Line().Match(line)).Where(found => found.Success).TakeLast(Most).Select(found => new KernelKill(found.Groups["process"].Value, found.Groups["group"].Value))] : [];
    }

    // oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=…,mems_allowed=0,global_oom,task_memcg=/docker/4f0c…,task=node,pid=123,uid=0
    [GeneratedRegex(@"oom-kill:constraint=CONSTRAINT_NONE,.*\bglobal_oom,task_memcg=(?<group>[^,]*),task=(?<process>.*),pid=\d+")]
    private static partial Regex Line();
}
