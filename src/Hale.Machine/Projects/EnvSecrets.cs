using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>The values in a project's environment files that are meant to be secret, so that they can be kept out of what others read.</summary>
public static partial class EnvSecrets
{
    private const int LargestFile = 1 << 20;

    public static IReadOnlyList<string> Of(Project project)
    {
        try
        {
            var pairs = Directory.EnumerateFiles(project.Directory, "*.env*").Where(file => new FileInfo(file).Length < LargestFile)
                .SelectMany(File.ReadLines).Select(line => Pair().Match(line)).Where(pair => pair.Success)
                .Select(pair => (Name: pair.Groups[1].Value, Value: pair.Groups[2].Value.Trim().Trim('"', '\''))).ToList();
            var open = pairs.Where(pair => !Secret().IsMatch(pair.Name)).Select(pair => pair.Value).ToHashSet();
            return [.. pairs.Where(pair => Secret().IsMatch(pair.Name)).Select(pair => pair.Value).Where(value => !open.Contains(value)).Distinct()];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.+)$")]
    private static partial Regex Pair();

    [GeneratedRegex("PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|_KEY$|^KEY$|APIKEY|DSN", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
