using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>What Vite's development server says of itself in a container's output, and how its command is given an address.</summary>
internal static partial class ViteServer
{
    private const string Address = "--host 0.0.0.0";

    /// <summary>True when the container's program is Vite.</summary>
    public static bool RunsIn(SeenContainer container) => container.Log.Any(line => Banner().IsMatch(line));

    /// <summary>The published port that Vite keeps to the container's own loopback; null when it keeps none.</summary>
    public static BoundPort? KeptIn(SeenContainer container) =>
        container is { State: ContainerState.Running, Listens: not null, ListensAtLoopback: not null } && container.Log.Any(line => line.Contains("use --host to expose", StringComparison.Ordinal))
            ? container.Ports.FirstOrDefault(port => port.Protocol == "tcp" && Left(container, port.Target) is null && container.ListensAtLoopback.Contains(port.Target) && !container.Listens.Contains(port.Target))
            : null;

    /// <summary>The port that Vite took in place of this one, which something else in the container holds; null when it did not.</summary>
    public static int? Left(SeenContainer container, int port)
    {
        var taken = $"Port {port.ToString(CultureInfo.InvariantCulture)} is in use, trying another one";
        return container.Log.Any(line => line.Contains(taken, StringComparison.Ordinal))
            && container.Log.Select(line => Local().Match(line)).LastOrDefault(found => found.Success) is { } local
            && int.Parse(local.Groups[1].Value, CultureInfo.InvariantCulture) is var took && took != port ? took : null;
    }

    /// <summary>The same command with Vite at all addresses; null when the address would not reach it.</summary>
    public static IReadOnlyList<string>? AtAllAddresses(IReadOnlyList<string> command, int port, NodeFolder? folder)
    {
        if (Binding.ToAll(command, port) is { } known)
        {
            return known;
        }

        var run = Runs().Match(string.Join(' ', command));
        if (!run.Success || (run.Groups["script"] is { Success: true } script && folder?.ViteScripts.Any(one => one.Name == script.Value && one.TakesArguments) is not true))
        {
            return null;
        }

        var more = run.Groups["tool"].Value == "npm" ? $"-- {Address}" : Address;
        return command is [.., "-c" or "-lc", var shell] ? [.. command.SkipLast(1), $"{shell.TrimEnd()} {more}"] : [.. command, .. more.Split(' ')];
    }

    //   VITE v5.4.21  ready in 312 ms
    [GeneratedRegex(@"\bVITE v\d")]
    private static partial Regex Banner();

    //   ➜  Local:   http://localhost:5174/
    [GeneratedRegex(@"Local:\s+https?://[^:/\s]+:(\d{1,5})/")]
    private static partial Regex Local();

    // docker-entrypoint.sh npm run dev      sh -c npm install && yarn dev      npx vite
    [GeneratedRegex(@"(?:^|[\s/])(?:(?<tool>npm) run (?<script>[\w:.-]+)|(?<tool>npm) (?<script>start)|(?<tool>yarn|pnpm|bun)(?: run)? (?<script>[\w:.-]+)|(?<tool>npx) vite(?: dev| serve)?)\s*$")]
    private static partial Regex Runs();
}
