using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>What a Dockerfile builds on.</summary>
internal static partial class Bases
{
    /// <summary>The images after <c>FROM</c>, without the stages that the file makes itself.</summary>
    public static IReadOnlyList<string> Of(StartText dockerfile)
    {
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" };
        var bases = new List<string>();
        foreach (var found in dockerfile.Lines.Select(line => From().Match(line)).Where(found => found.Success))
        {
            if (found.Groups["image"].Value is var image && !stages.Contains(image) && !bases.Contains(image))
            {
                bases.Add(image);
            }

            stages.Add(found.Groups["stage"].Value);
        }

        return bases;
    }

    // FROM --platform=linux/amd64 python:3.13-slim AS build
    [GeneratedRegex(@"^\s*FROM\s+(?:--\S+\s+)*(?<image>\S+)(?:\s+AS\s+(?<stage>\S+))?", RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
