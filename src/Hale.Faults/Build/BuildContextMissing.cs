using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The folder that a service is built from does not exist.</summary>
public sealed partial class BuildContextMissing : RefusedBuildFault
{
    private const string ContextFact = "context";
    private const string SubmoduleFact = "submodule";

    public override string Id => "build-context-missing";

    public override string Title => "The folder that a service is built from does not exist";

    public override string Page => """
        The Compose file builds a service from a folder that is not there.

        ## What we look at
        The refusal, the build context on disk, and `.gitmodules`: a submodule that was not fetched is a folder that is missing.

        ## Why it happens
        The folder was renamed, it is a Git submodule that a plain `git clone` leaves out, or the path is written from another folder than
        that of the Compose file.

        ## What mends it
        A person: `git submodule update --init` for a submodule, else the right path under `build: context:`.

        ## When it is not this
        A folder that is there and lacks a Dockerfile is `build-dockerfile-missing`.
        """;

    private protected override Regex Refusal => NoPath();

    private protected override Finding? Find(RefusedBuild refused, Match refusal)
    {
        var source = refused.Source is { ContextExists: false } known ? known : refused.Sources.FirstOrDefault(one => !one.ContextExists);
        return source is null ? null : new Finding(Id, source.Service, $"the folder '{source.Context}', which '{source.Service}' is built from, does not exist{(source.Submodule ? "; it is a Git submodule that was not fetched" : "")}")
        {
            Facts = new Dictionary<string, string> { [ContextFact] = source.Context, [SubmoduleFact] = source.Submodule ? "yes" : "" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts[SubmoduleFact].Length > 0
        ? $"git submodule update --init --recursive {finding.Facts[ContextFact]}"
        : $"in the Compose file, under build: of '{finding.Subject}': context: the folder with the sources, written from the Compose file on");

    // ERROR: unable to prepare context: path "/srv/app/nodir" not found
    [GeneratedRegex("unable to prepare context: path \"([^\"]+)\" not found|failed to (?:get|stat) build context|resolve : lstat (\\S+): no such file or directory")]
    private static partial Regex NoPath();
}
