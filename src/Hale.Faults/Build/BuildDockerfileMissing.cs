using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The Dockerfile that the Compose file names does not exist.</summary>
public sealed partial class BuildDockerfileMissing : RefusedBuildFault
{
    private const string InsteadFact = "instead";

    public override string Id => "build-dockerfile-missing";

    public override string Title => "The Dockerfile does not exist";

    public override string Page => """
        The Compose file builds a service from a Dockerfile that is not there.

        ## What we look at
        BuildKit's refusal, the path of the Dockerfile as Compose resolves it, and the Dockerfiles that do lie there under other names.

        ## Why it happens
        The name is written in another case (which only some file systems forgive), the file was renamed, or `dockerfile:` is written as seen
        from the project, though it begins at the build context.

        ## What mends it
        A person: the right name under `build: dockerfile:`.

        ## When it is not this
        A build context that does not exist is `build-context-missing`.
        """;

    private protected override Regex Refusal => Unread();

    private protected override Finding? Find(RefusedBuild refused, Match refusal)
    {
        // With several builds the one whose Dockerfile is not there is meant.
        var source = refused.Source ?? refused.Sources.FirstOrDefault(one => one is { ContextExists: true, DockerfileExists: false, Dockerfile: not null });
        var instead = source?.DockerfileElsewhere ?? [];
        var there = instead.Count > 0 ? $"; there is {string.Join(", ", instead.Select(file => $"'{file}'"))}" : "";
        return new Finding(Id, source?.Service ?? refused.Service, $"the Dockerfile '{source?.Dockerfile ?? refusal.Groups[1].Value}'{(source is null ? "" : $" of '{source.Service}'")} does not exist{there}")
        {
            Facts = new Dictionary<string, string> { [InsteadFact] = source is not null && instead.Count > 0 ? Under(source.Context, instead[0]) : "" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts[InsteadFact] is { Length: > 0 } instead
        ? $"in the Compose file, under build: of '{finding.Subject}': dockerfile: {instead}"
        : $"in the Compose file, under build: of '{finding.Subject}': dockerfile: the path of the Dockerfile, written from the build context on");

    private static string Under(string context, string file) => file.StartsWith(context + "/", StringComparison.Ordinal) ? file[(context.Length + 1)..] : file;

    // ERROR: failed to solve: failed to read dockerfile: open Dockerfile.dev: no such file or directory
    [GeneratedRegex("failed to read dockerfile: open ([^:]+): no such file or directory")]
    private static partial Regex Unread();
}
