using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A browser's question before a request got an error, which the browser shows as one of CORS.</summary>
public sealed partial class CorsMasksError : LogFault
{
    public override string Id => "cors-masks-error";

    public override string Title => "A browser blames CORS for an error of another kind";

    public override string Page => """
        Before a page asks another address for something unusual, the browser asks there with `OPTIONS` whether it may. When that question itself
        is answered with an error or sent elsewhere, the browser says `blocked by CORS policy`, whatever the cause.

        ## What we look at
        The last `OPTIONS` request in a service's access log, and the status that it was answered with.

        ## Why it happens
        A proxy whose backend is not there (502, 504), a program that fails (500), a login asked of a question that never carries one (401, 403), a route
        that knows no `OPTIONS` (404, 405), or a redirect to another path or to HTTPS (301, 302, 307, 308), which browsers do not follow here.

        ## What mends it
        What the status names is mended, by a person or as another finding; the rules of CORS are not at fault. Hale only warns.

        ## When it is not this
        An answer of 200 or 204 without the header `Access-Control-Allow-Origin` is a matter of CORS indeed, and so is status 400 of most
        programs; neither is told here.
        """;

    private protected override Regex Line => Asked();

    // Nobody but a browser notices.
    private protected override bool Concerns(SeenContainer container) => container.State is ContainerState.Running;

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var status = int.Parse(line.Groups["status"].Value, CultureInfo.InvariantCulture);
        var port = container.Ports.FirstOrDefault(one => one.Protocol == "tcp")?.Published.ToString(CultureInfo.InvariantCulture) ?? "PORT";
        return CauseOf(status) is { } cause
            ? new Finding(Id, container.Service, $"'{container.Service}' answered a browser's question before a request to {line.Groups["path"].Value} with status {line.Groups["status"].Value}, {cause}; the browser calls that CORS")
            {
                OnlyWarns = true,
                Facts = new Dictionary<string, string> { ["address"] = $"http://localhost:{port}{line.Groups["path"].Value}" },
            }
            : null;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"curl -si -X OPTIONS -H 'Origin: http://localhost:3000' -H 'Access-Control-Request-Method: POST' {finding.Facts["address"]} | head -20   # the same question",
        $"hale logs {finding.Subject}");

    private static string? CauseOf(int status) => status switch
    {
        301 or 302 or 303 or 307 or 308 => "which sends it elsewhere",
        401 or 403 => "which asks for a login",
        404 or 405 => "which knows no such question there",
        502 or 503 or 504 => "for what it passes requests on to does not answer",
        >= 500 => "for the program failed",
        _ => null,
    };

    // 172.18.0.1 - - [02/Mar/2026:17:00:00 +0000] "OPTIONS /api/items HTTP/1.1" 502 157 "-" "Mozilla/5.0"
    // INFO:     172.18.0.1:51234 - "OPTIONS /api/items HTTP/1.1" 405 Method Not Allowed
    [GeneratedRegex(@"""OPTIONS (?<path>/\S*) HTTP/[\d.]+"" (?<status>\d{3})\b")]
    private static partial Regex Asked();
}
