using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>Node ended since its JavaScript heap was full.</summary>
public sealed partial class NodeHeapOom : LogFault
{
    private const string Heap = "heap";

    public override string Id => "node-heap-oom";

    public override string Title => "Node reached the limit of its own heap";

    public override string Page => """
        Node ended itself, since its JavaScript heap reached its own limit. The container and the machine may have memory left.

        ## What we look at
        The words of V8 in the service's output, and the container's memory limit.

        ## Why it happens
        Node sets its heap by the memory it sees, or `--max-old-space-size` does. The program keeps more than that.

        ## What mends it
        Where nothing sets `NODE_OPTIONS`, a line in the overlay sets the heap to three quarters of the container's limit, or to 4 GiB
        where it has none. A program that loses memory will reach any limit.

        ## When it is not this
        Exit code 137 is the kernel's doing: there the container's limit is too low, and a larger heap makes it worse.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"Node in '{container.Service}' reached the limit of its JavaScript heap")
    {
        Facts = new Dictionary<string, string>
        {
            [Heap] = IsSet(container, evidence) ? "" : (container.MemoryLimit > 0 ? (container.MemoryLimit >> 20) * 3 / 4 : 4096).ToString(CultureInfo.InvariantCulture),
        },
    };

    public override Remedy Mend(Finding finding)
    {
        var heap = finding.Facts[Heap];
        return new()
        {
            Acts = heap.Length == 0 ? [] : [new ChangeOverlay(finding.Subject, ["environment", "NODE_OPTIONS"], [$"--max-old-space-size={heap}"], $"give Node in '{finding.Subject}' a heap of {heap} MiB", finding.Says)],
            Advice = [$"raise --max-old-space-size of '{finding.Subject}', and its memory limit above it"],
        };
    }

    private static bool IsSet(SeenContainer container, Evidence evidence) =>
        container.Command.Any(word => word.Contains("max-old-space-size", StringComparison.Ordinal)) || evidence.Model.Known?.Stack?.Find(container.Service)?.EnvironmentNames.Contains("NODE_OPTIONS") is true;

    // FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
    [GeneratedRegex("JavaScript heap out of memory")]
    private static partial Regex Said();
}
