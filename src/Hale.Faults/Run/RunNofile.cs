using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A service reached the limit of open files that its container gives it.</summary>
public sealed partial class RunNofile : LogFault
{
    public override string Id => "run-nofile";

    public override string Title => "A service may not open more files";

    public override string Page => """
        A program has as many files and connections open as its container allows, and is refused one more.

        ## What we look at
        The error in the output of a service that is not well.

        ## Why it happens
        `ulimits` in the Compose file or in the engine's settings is low, or the program never closes what it opens.

        ## What mends it
        A line in the overlay raises the limit to 16384. A program that never closes its files will reach any limit.

        ## When it is not this
        The same words followed by `watch` mean a limit of the kernel: `node-watch-instances`.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => container.Log.Any(text => text.Contains("EMFILE: too many open files, watch", StringComparison.Ordinal))
        ? null
        : new Finding(Id, container.Service, $"'{container.Service}' has as many files open as its container allows");

    public override Remedy Mend(Finding finding) => new()
    {
        Acts =
        [
            new ChangeOverlay(finding.Subject, ["ulimits", "nofile"], ["16384"], $"let '{finding.Subject}' open 16384 files", finding.Says, Replaces: true),
        ],
        Advice = [$"raise ulimits.nofile of '{finding.Subject}' in the Compose file"],
    };

    // OSError: [Errno 24] Too many open files
    // Error: EMFILE: too many open files, open '/app/x'
    // accept4() failed (24: Too many open files)
    [GeneratedRegex("(?:[Tt]oo many open files|EMFILE)(?!.*watch)")]
    private static partial Regex Said();
}
