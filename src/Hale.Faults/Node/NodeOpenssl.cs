using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>An old bundler asks Node for a hash that newer versions no longer have.</summary>
public sealed partial class NodeOpenssl : SaidFault
{
    private const string BuildFact = "build";

    public override string Id => "node-openssl";

    public override string Title => "An old bundler asks for a hash that this Node no longer has";

    public override Needs Needs => base.Needs | Needs.Model;

    public override string Page => """
        webpack 4 and tools that are built on it use the hash MD4, which Node has no longer had by default since version 17.

        ## What we look at
        Node's code ERR_OSSL_EVP_UNSUPPORTED, or the number of that error.

        ## Why it happens
        The image was raised to a newer Node and the bundler was not.

        ## What mends it
        For a running service: `NODE_OPTIONS=--openssl-legacy-provider` by a line in the overlay, which lets the old hash in again. It is used
        for file names there, not for secrets. For a build a person has to write it into the Dockerfile. Raising the bundler to webpack 5 is
        the real cure.

        ## When it is not this
        Other errors of OpenSSL have other numbers.
        """;

    private protected override Regex Line => Unsupported();

    private protected override Finding? Find(Said said, Match line, Evidence evidence) =>
        new(Id, said.Service, $"a bundler asks for the hash MD4, which the Node in {said.Place} no longer has") { Facts = new Dictionary<string, string> { [BuildFact] = said.Step is null && !HasOptions(said.Service, evidence) ? "" : "yes" } };

    public override Remedy Mend(Finding finding)
    {
        const string Option = "--openssl-legacy-provider";
        return finding.Facts[BuildFact].Length > 0
            ? Remedy.ByHand($"in the Dockerfile before that step, or beside what NODE_OPTIONS holds already: ENV NODE_OPTIONS={Option}", "npm install --save-dev webpack@5   # the real cure")
            : new Remedy
            {
                Acts = [new ChangeOverlay(finding.Subject, ["environment", "NODE_OPTIONS"], [Option], $"give '{finding.Subject}' NODE_OPTIONS={Option}", finding.Says)],
                Advice = [$"in the Compose file, under environment: of '{finding.Subject}': NODE_OPTIONS: {Option}", "npm install --save-dev webpack@5   # the real cure"],
            };
    }

    // A line in the overlay would take the place of what the project sets.
    private static bool HasOptions(string service, Evidence evidence) =>
        evidence.Model.Known?.Stack?.Find(service)?.EnvironmentNames.Contains("NODE_OPTIONS") ?? false;

    // code: 'ERR_OSSL_EVP_UNSUPPORTED'      Error: error:0308010C:digital envelope routines::unsupported
    [GeneratedRegex("ERR_OSSL_EVP_UNSUPPORTED|error:0308010C:")]
    private static partial Regex Unsupported();
}
