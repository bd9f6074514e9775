using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

public sealed class EnvSecretsTests : IDisposable
{
    private readonly TemporaryProject _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_that_leads_nowhere_hides_no_other_files_secrets()
    {
        _folder.Write(".env", "DB_PASSWORD=zebra-99\n");
        File.CreateSymbolicLink(_folder.Path(".env.local"), "/nowhere/at/all");

        Assert.Equal(["zebra-99"], EnvSecrets.Of(_folder.Project));
    }

    [Fact]
    public void A_file_that_cannot_be_read_and_a_pipe_hide_no_other_files_secrets()
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    image: a\n    environment: {API_TOKEN: heron-over-water}\nsecrets:\n  db:\n    file: ./circle\n");
        File.CreateSymbolicLink(_folder.Path("circle"), "circle");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder.Path(".env.local")]))
        {
            made.WaitForExit();
        }

        Assert.Equal(["heron-over-water"], EnvSecrets.Of(_folder.Project));
    }

    [Fact]
    public void What_a_template_declares_sensitive_is_a_secret_whatever_its_name()
    {
        _folder.Write(".env.schema", "# @sensitive\nWEBHOOK=\n# @sensitive\nPIN=\n");
        _folder.Write(".env", "WEBHOOK=heron-over-water\nPIN=42\nGREETING=hello-there\n");

        Assert.Equal(["heron-over-water"], EnvSecrets.Of(_folder.Project));
    }

    [Fact]
    public void A_link_in_the_place_of_the_env_file_stops_no_reading()
    {
        _folder.Write("compose.yaml", "services: {}\n");
        File.CreateSymbolicLink(_folder.Path(".env"), "/nowhere/at/all");

        Assert.Empty(EnvFiles.Missing(_folder.Project));
        Assert.Empty(EnvSecrets.Of(_folder.Project));
    }
}
