using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A service uses a network, volume, secret or config that is not declared.</summary>
public sealed partial class ComposeUndefinedNetworkVolume : RefusalFault
{
    public override string Id => "compose-undefined-network-volume";

    public override string Title => "A service uses a network or volume that is not declared";

    public override string Page => """
        A service names a network, a volume, a secret or a config that no file declares at its top level.

        ## What we look at
        Compose's refusal, which names the service and what it uses.

        ## Why it happens
        The block at the end of the file was forgotten, or the name misspelt.

        ## What mends it
        A declaration at the top level of the Compose file, or the right name.

        ## When it is not this
        One that is declared as external and that the engine does not have is `compose-external-network-missing` or
        `compose-external-volume-missing`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var (service, kind, name) = (message.Groups["service"].Value, message.Groups["kind"].Value, message.Groups["name"].Value);
        var content = kind is "secret" or "config" ? $"{{file: ./{name}}}" : "{}";
        return new($"'{service}' uses the {kind} '{name}', which is not declared ({Place(refusal)})", $"add at the top level of the Compose file: {kind}s: {{{name}: {content}}}");
    }

    // service "web" refers to undefined volume data: invalid compose project
    [GeneratedRegex("""service "(?<service>[^"]+)" refers to undefined (?<kind>network|volume|secret|config) (?<name>[^:\s]+)""")]
    private static partial Regex Said();
}
