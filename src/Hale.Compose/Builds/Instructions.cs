using System.Text;

namespace Hale.Compose.Builds;

/// <summary>The instructions of a Dockerfile, each as one text however many lines it is written on.</summary>
internal static class Instructions
{
    /// <summary>Each with the line on which it begins, counted from 1.</summary>
    public static IEnumerable<(int Line, string Text)> In(string dockerfile)
    {
        var lines = dockerfile.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var first = at;
            var text = new StringBuilder(lines[at].TrimEnd());
            while (text.Length > 0 && text[^1] == '\\' && at + 1 < lines.Length)
            {
                text.Length--;
                at++;
                text.Append(lines[at].TrimStart().StartsWith('#') ? "\\" : ' ' + lines[at].Trim());
            }

            yield return (first + 1, text.ToString().Trim());
        }
    }
}
