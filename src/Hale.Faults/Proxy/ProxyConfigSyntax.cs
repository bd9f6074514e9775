using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>nginx refuses its configuration.</summary>
public sealed partial class ProxyConfigSyntax : LogFault
{
    public override string Id => "proxy-config-syntax";

    public override string Title => "A proxy refuses its configuration";

    public override Needs Needs => Needs.Containers | Needs.Mounts;

    public override string Page => """
        nginx reads its configuration when it starts, finds a mistake, and ends.

        ## What we look at
        nginx's own words, which name the mistake, the file and the line; and which file of the project is mounted there.

        ## Why it happens
        A semicolon or a brace is missing, often in the line before the one that is named. Or a template was filled by `envsubst`, which takes
        `$uri` and the like for variables of its own and leaves nothing of them.

        ## What mends it
        A change to the line that is named. No tool can know what was meant.

        ## When it is not this
        A name that cannot be looked up is `proxy-host-not-found`; a certificate that is not there is `proxy-cert-file-missing`.
        """;

    private protected override Regex Line => Emergency();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var (file, number) = (line.Groups["file"].Value, line.Groups["line"].Value);
        var mount = evidence.Mounts.Known?.Covering(container.Service, file);
        var here = mount is null ? null : (mount.InProject ?? mount.Source) + file[mount.Target.TrimEnd('/').Length..];
        return new Finding(Id, container.Service, $"'{container.Service}' refuses its configuration: {line.Groups["what"].Value} in {file}, line {number}")
        {
            Facts = new Dictionary<string, string> { ["place"] = $"{here ?? file} line {number}" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"change {finding.Facts["place"]} or the line before it",
        $"docker compose run --rm --no-deps {finding.Subject} nginx -t");

    // nginx: [emerg] unexpected "}" in /etc/nginx/conf.d/default.conf:5
    // nginx: [emerg] directive "listen" is not terminated by ";" in /etc/nginx/conf.d/default.conf:4
    // nginx: [emerg] unknown directive "servr" in /etc/nginx/nginx.conf:1
    [GeneratedRegex("""\[emerg\] (?>(?:\d+#\d+: )?)(?<what>(?!host not found|cannot load|bind\(\)|open\(\)|mkdir\(\)).+) in (?<file>/\S+):(?<line>\d+)$""")]
    private static partial Regex Emergency();
}
