using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A Python program imports a module that its environment does not have.</summary>
public sealed partial class PyModuleMissing : LogFault
{
    private const string IsBuilt = "is-built";

    public override string Id => "py-module-missing";

    public override string Title => "A Python module is not installed";

    public override string Page => """
        A Python program asks for a module that is not in the environment it runs in.

        ## What we look at
        The `ModuleNotFoundError` in the output of a service that is not well, and whether the image is built here.

        ## Why it happens
        The image is older than the project's list of dependencies, the module is only in a group that is not installed, or a mounted
        folder hides what the image holds. A module of the project itself is not on the path.

        ## What mends it
        Build the image anew. What is not in the project's list of dependencies has to be added to it.

        ## When it is not this
        A module that is there and fails while it is imported is shown by another error.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"'{container.Service}' imports the Python module '{line.Groups[1].Value}', which is not installed where it runs")
    {
        Facts = new Dictionary<string, string> { [IsBuilt] = evidence.Model.Known?.Stack?.Find(container.Service)?.Build is null ? "" : "yes" },
    };

    public override Remedy Mend(Finding finding) => finding.Facts[IsBuilt].Length > 0
        ? Remedy.ByHand($"docker compose build {finding.Subject}", $"docker compose run --rm {finding.Subject} python -m pip list")
        : Remedy.ByHand($"docker compose run --rm {finding.Subject} python -m pip list", $"use an image for '{finding.Subject}' that holds the module");

    // ModuleNotFoundError: No module named 'fastapi'
    [GeneratedRegex("ModuleNotFoundError: No module named '([\\w.]+)'")]
    private static partial Regex Said();
}
