using System.Text.RegularExpressions;

namespace Hale.Docker;

/// <summary>Takes from a line what only a terminal understands.</summary>
internal static partial class Plain
{
    private const int Longest = 4096;

    public static string Line(string line)
    {
        var bare = Sequences().Replace(line, "").TrimEnd();
        return bare.Length > Longest ? bare[..Longest] : bare;
    }

    [GeneratedRegex(@"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")]
    private static partial Regex Sequences();
}
