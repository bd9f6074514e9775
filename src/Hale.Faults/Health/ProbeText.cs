using System.Globalization;
using System.Text.RegularExpressions;

namespace Hale.Faults.Health;

/// <summary>Reads what a health check asks for, and says the same with what an image is likely to have.</summary>
internal static partial class ProbeText
{
    /// <summary>The port that a check asks; null when its text names none.</summary>
    public static int? PortOf(string check)
    {
        var url = Url().Match(check);
        return url.Success ? url.Groups["port"].Success ? int.Parse(url.Groups["port"].Value, CultureInfo.InvariantCulture) : url.Groups["scheme"].Value == "https" ? 443 : 80
            : Connection().Match(check) is { Success: true } asked ? int.Parse(asked.Groups["port"].Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A shell command that asks the same with the first of Python, Node, curl, wget and Bash that the image has; null when that cannot be said.</summary>
    public static string? Equivalent(string check)
    {
        if (Url().Match(check) is { Success: true } url)
        {
            var (address, host) = (url.Value, url.Groups["host"].Value);
            var port = PortOf(check)!.Value.ToString(CultureInfo.InvariantCulture);
            var path = url.Groups["path"] is { Success: true } given ? given.Value : "/";
            return $"if command -v python3 >/dev/null; then exec python3 -c \"import urllib.request; urllib.request.urlopen('{address}', timeout=5)\"; "
                + $"elif command -v node >/dev/null; then exec node -e \"fetch('{address}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))\"; "
                + $"elif command -v curl >/dev/null; then exec curl -fsS -o /dev/null {address}; "
                + $"elif command -v wget >/dev/null; then exec wget -q -O /dev/null {address}; "
                + (url.Groups["scheme"].Value == "https" ? "else exit 1; fi"
                    : $"else exec bash -c 'exec 3<>/dev/tcp/{host}/{port} && printf \"GET {path} HTTP/1.0\\r\\nHost: {host}\\r\\n\\r\\n\" >&3 && read -r _ code _ <&3 && [ \"$code\" -lt 400 ]'; fi");
        }

        return Connection().Match(check) is { Success: true } asked
            ? $"if command -v python3 >/dev/null; then exec python3 -c \"import socket; socket.create_connection(('{asked.Groups["host"].Value}', {asked.Groups["port"].Value}), 5)\"; else exec bash -c 'exec 3<>/dev/tcp/{asked.Groups["host"].Value}/{asked.Groups["port"].Value}'; fi"
            : null;
    }

    // curl -f http://localhost:8000/health || exit 1
    [GeneratedRegex(@"(?<scheme>https?)://(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?(?<path>/[\w./?=&%~-]*)?")]
    private static partial Regex Url();

    // nc -z localhost 6379
    [GeneratedRegex(@"\bnc (?:-\w+ )*(?<host>[\w.-]+) (?<port>\d{1,5})\b")]
    private static partial Regex Connection();
}
