using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step cannot look up a host's name.</summary>
public sealed partial class BuildDns : BuildFault
{
    private const string HostFact = "host";

    public override string Id => "build-dns";

    public override string Title => "A build step cannot look up a host's name";

    public override IReadOnlyList<string> Causes => ["build-apt-unknown-package"];

    public override string Page => """
        A program in a build step asked for the address of a host and got no answer. Pulling images may work all the same: that is done by the
        engine, with this machine's own resolver.

        ## What we look at
        The lines of the step's output in which apt, npm, pip, curl or git say that a name was not resolved. `apt-get update` itself ends well
        then, so that the step often fails a line later with "Unable to locate package".

        ## Why it happens
        The network of a VPN or of an office that only its own resolver knows, a resolver at a loopback address that containers cannot
        reach, or no network at all.

        ## What mends it
        The step is tried once more, since a look-up may fail for a moment. After that, a person: the resolver in the engine's settings.

        ## When it is not this
        A name that the step got and could not connect to is another fault; a registry that the engine cannot look up is `registry-dns`.
        """;

    private protected override Regex Line => NotResolved();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence)
    {
        var host = line.Groups["host"].Value.Trim('\'', '"');
        return step.Service is { } service
            ? new Finding(Id, service, $"the name '{host}' was not resolved in the build of {Place(step)}")
            {
                Facts = new Dictionary<string, string> { [HostFact] = host },
            }
            : null;
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice =
        [
            $"getent hosts {finding.Facts[HostFact]}   # without an answer it is this machine's network, not Docker's",
            "grep nameserver /etc/resolv.conf   # then, with an address of a resolver of your network in /etc/docker/daemon.json: {\"dns\": [\"10.0.0.2\"]}, and sudo systemctl restart docker",
        ],
    };

    // Err:1 http://deb.debian.org/debian trixie InRelease  Temporary failure resolving 'deb.debian.org'
    // npm error request to https://registry.npmjs.org/is-odd failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org
    // curl: (6) Could not resolve host: example.org
    [GeneratedRegex(@"(?:Temporary failure resolving|Could not resolve host:?|Could not resolve hostname|getaddrinfo (?:EAI_AGAIN|ENOTFOUND)|Failed to resolve|dial tcp: lookup) (?<host>'?[\w.-]*[\w-]'?)")]
    private static partial Regex NotResolved();
}
