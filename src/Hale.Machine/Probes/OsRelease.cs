namespace Hale.Machine.Probes;

/// <summary>Which distribution this is, by os-release(5).</summary>
internal static class OsRelease
{
    public static Dictionary<string, string> Read() =>
        File.Exists("/etc/os-release")
            ? File.ReadLines("/etc/os-release")
                .Select(line => line.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0])
                .ToDictionary(same => same.Key, same => same.Last()[1].Trim('"', '\''))
            : [];
}
