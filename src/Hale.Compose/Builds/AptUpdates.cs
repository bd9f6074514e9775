using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Compose.Builds;

/// <summary>Reads which instructions of a Dockerfile fetch apt's package lists.</summary>
internal static partial class AptUpdates
{
    public static IEnumerable<AptUpdate> In(string dockerfile)
    {
        var instructions = Instructions.In(dockerfile).ToList();
        foreach (var (line, text) in instructions.Where(one => one.Text.StartsWith("RUN ", StringComparison.OrdinalIgnoreCase) && Updates().IsMatch(one.Text)))
        {
            var next = instructions.Find(one => one.Line > line && one.Text.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase)).Line;
            yield return new AptUpdate(line, next > 0 ? next - 1 : instructions[^1].Line);
        }
    }

    [GeneratedRegex(@"\bapt(?:-get)?\b[^&|;]* update\b")]
    private static partial Regex Updates();
}
