using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A client asks for a newer version of the API than the engine has.</summary>
public sealed partial class ApiClientTooNew : StartFault
{
    public override string Id => "api-client-too-new";

    public override string Title => "A client asks for a newer API than the engine has";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        `DOCKER_API_VERSION` fixes the version of the API that Docker's tools use, and the engine has only older ones.

        ## What we look at
        The engine's refusal, which names both versions, and the variable.

        ## Why it happens
        The variable was set for another engine.

        ## What mends it
        The variable is removed: the tools then agree with the engine by themselves.

        ## When it is not this
        A client that asks for a version that the engine no longer has is `api-client-too-old`.
        """;

    public override Needs Needs => base.Needs | Needs.Tools;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) => new(
        Id,
        service ?? Finding.WholeStack,
        $"{(evidence.Tools.Known?.Settings.ApiVersion is { } set ? $"DOCKER_API_VERSION is {set}" : $"a client asks for API {refusal.Groups["asked"].Value}")}, and the engine has nothing newer than {refusal.Groups["has"].Value}");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("env -u DOCKER_API_VERSION hale docker", "or for this shell: unset DOCKER_API_VERSION");

    // Error response from daemon: client version 1.99 is too new. Maximum supported API version is 1.45
    [GeneratedRegex("""client version (?<asked>\S+) is too new\. Maximum supported API version is (?<has>[\d.]+)""")]
    private static partial Regex Said();
}
