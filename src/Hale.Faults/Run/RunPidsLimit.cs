using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A service reached the limit of processes that its container gives it.</summary>
public sealed partial class RunPidsLimit : LogFault
{
    private const string Limit = "limit";

    public override string Id => "run-pids-limit";

    public override string Title => "A service may not start more processes";

    public override string Page => """
        A program cannot start a process or a thread, since its container has as many as it may have.

        ## What we look at
        The error in the output of a service that is not well, and the container's limit.

        ## Why it happens
        `pids_limit` is low for what the service does, or processes that ended are never collected, since nobody does so as process 1.

        ## What mends it
        A line in the overlay raises the limit to four times what it is, and to 512 at least.

        ## When it is not this
        The same error without such a limit is that of the machine or of the user.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => container.PidsLimit == 0
        ? null
        : new Finding(Id, container.Service, $"'{container.Service}' has as many processes as its limit of {container.PidsLimit.ToString(CultureInfo.InvariantCulture)} allows")
        {
            Facts = new Dictionary<string, string> { [Limit] = Math.Max(512, container.PidsLimit * 4).ToString(CultureInfo.InvariantCulture) },
        };

    public override Remedy Mend(Finding finding) => new()
    {
        Acts =
        [
            new ChangeOverlay(finding.Subject, ["pids_limit"], [finding.Facts[Limit]], $"raise the limit of processes of '{finding.Subject}' to {finding.Facts[Limit]}", finding.Says)
            {
                // Compose refuses two limits that differ.
                Also = [new(["deploy", "resources", "limits", "pids"], finding.Facts[Limit])],
            },
        ],
        Advice = [$"raise pids_limit of '{finding.Subject}' in the Compose file", $"or add: init: true"],
    };

    // sh: 0: Cannot fork
    // RuntimeError: can't start new thread
    // bash: fork: retry: Resource temporarily unavailable
    [GeneratedRegex("(?:Cannot fork|can't start new thread|fork: .*Resource temporarily unavailable|BlockingIOError: \\[Errno 11\\]|EAGAIN)")]
    private static partial Regex Said();
}
