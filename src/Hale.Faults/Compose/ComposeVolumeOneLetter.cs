using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>A volume with a name of one letter is taken for a drive of Windows.</summary>
public sealed partial class ComposeVolumeOneLetter : StartFault
{
    public override string Id => "compose-volume-one-letter";

    public override string Title => "A volume's name of one letter is taken for a drive";

    public override string Page => """
        A mount in the short form begins with one letter and a colon. Compose takes that for a path of Windows with its drive, and asks the
        engine to mount something there.

        ## What we look at
        The engine's refusal, which holds the whole text.

        ## Why it happens
        `d:/data` is meant as the volume `d`, and is read as the folder `/data` of the drive D.

        ## What mends it
        A longer name for the volume, or the long form with `type: volume`. Data in a volume of the old name stays there.

        ## When it is not this
        A relative path inside the container, such as `data:app`, is refused in the same words.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var mount = refusal.Groups["mount"].Value;
        return new Finding(Id, service ?? Finding.WholeStack, $"the mount {mount} is taken for a path of the drive {mount[..1].ToUpperInvariant()}, since the volume's name has one letter")
        {
            Facts = new Dictionary<string, string> { ["mount"] = mount },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (name, target) = (finding.Facts["mount"][..1], finding.Facts["mount"][2..]);
        return Remedy.ByHand($"write {name}-data:{target} in place of {finding.Facts["mount"]} in the Compose file, and {name}-data: {{}} under volumes", $"or the long form: {{type: volume, source: {name}, target: {target}}}");
    }

    // Error response from daemon: invalid mount config for type "volume": invalid mount path: 'd:/dd' mount path must be absolute
    [GeneratedRegex("invalid mount path: '(?<mount>[A-Za-z]:/[^']*)' mount path must be absolute")]
    private static partial Regex Said();
}
