namespace Hale.EndToEnd.Tests.Harness;

/// <summary>The authorities that a browser of Linux trusts for one home folder, in NSS's database.</summary>
internal sealed class TrustedAuthorities(string home)
{
    private string Database => $"sql:{Path.Combine(home, ".pki", "nssdb")}";

    public async Task AddAsync(string certificate)
    {
        Directory.CreateDirectory(Path.Combine(home, ".pki", "nssdb"));
        await RunAsync("-N", "--empty-password");
        await RunAsync("-A", "-t", "C,,", "-n", "hale", "-i", certificate);
    }

    private async Task RunAsync(params IEnumerable<string> arguments)
    {
        var ran = await Tool.RunAsync("certutil", ["-d", Database, .. arguments]);
        Assert.True(ran.ExitCode == 0, ran.Told);
    }
}
