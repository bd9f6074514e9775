namespace Hale.Cli.Tests;

/// <summary>
/// Compares a text with the file that a person approved. With <c>HALE_ACCEPT=1</c> in the environment the file is written
/// instead, so that the change is looked at in the diff.
/// </summary>
internal static class Approved
{
    public static void Is(string name, string text) => FileIs($"tests/Hale.Cli.Tests/Approved/{name}.txt", text);

    public static void FileIs(string relative, string text)
    {
        var path = Repository.PathOf(relative);
        if (Environment.GetEnvironmentVariable("HALE_ACCEPT") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{relative} is not there; HALE_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>The text with its control sequences made visible, so that the file can be read.</summary>
    public static string Visible(string text) => text.Replace("\u001b", "\\e", StringComparison.Ordinal);
}
