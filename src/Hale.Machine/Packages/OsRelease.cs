namespace Hale.Machine.Packages;

/// <summary>Which distribution this is, by <c>/etc/os-release</c>.</summary>
/// <param name="Id">Such as <c>debian</c>; empty where there is none.</param>
/// <param name="Codename">Such as <c>bookworm</c>.</param>
public sealed record OsRelease(string Id, string Codename)
{
    public static OsRelease Read()
    {
        try
        {
            var lines = File.ReadAllLines("/etc/os-release");
            return new(Value(lines, "ID="), Value(lines, "VERSION_CODENAME="));
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new("", "");
        }
    }

    private static string Value(string[] lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim('"') ?? "";
}
