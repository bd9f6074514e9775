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

        Assert.Equal(["zebra-99"], EnvSecrets.Of(_folder.Project, _ => null).Values);
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

        Assert.Equal(["heron-over-water"], EnvSecrets.Of(_folder.Project, _ => null).Values);
    }

    [Fact]
    public void What_a_template_declares_sensitive_is_a_secret_whatever_its_name()
    {
        _folder.Write(".env.schema", "# @sensitive\nWEBHOOK=\n# @sensitive\nPIN=\n");
        _folder.Write(".env", "WEBHOOK=heron-over-water\nPIN=42\nGREETING=hello-there\n");

        Assert.Equal(["heron-over-water"], EnvSecrets.Of(_folder.Project, _ => null).Values);
    }

    [Theory]
    [InlineData("API_TOKEN=heron-over-water # the comment", "heron-over-water")]
    [InlineData("API_TOKEN='heron-over-water' # the comment", "heron-over-water")]
    [InlineData("API_TOKEN=\"otter\\\"under\\\"ice\"", "otter\"under\"ice")]
    [InlineData("API_TOKEN=lynx$$behind$$tree", "lynx$behind$tree")]
    [InlineData("PRIVATE_KEY=\"first line of it\n}\nsecond line of it\n\"", "first line of it|second line of it")]
    [InlineData("export api_token = heron-over-water", "heron-over-water")]
    [InlineData("DATABASE_URL=postgres://app:heron%40water@db/app", "heron@water")]
    public void A_value_is_known_as_its_readers_take_it(string file, string secrets)
    {
        _folder.Write(".env", file + "\n");

        Assert.Subset(EnvSecrets.Of(_folder.Project, _ => null).Values.ToHashSet(), secrets.Split('|').ToHashSet());
    }

    [Fact]
    public void A_password_that_is_a_name_in_its_own_address_is_a_word_of_every_day()
    {
        _folder.Write(".env", "DATABASE_URL=postgres://notes:notes@db/notes\n");

        Assert.Empty(EnvSecrets.Of(_folder.Project, _ => null).Values);
    }

    [Fact]
    public void What_the_Compose_files_ask_of_the_shell_is_known()
    {
        _folder.Write("compose.yaml", "services:\n  a:\n    image: a\n    environment: { SHELL_TOKEN: \"${SHELL_TOKEN}\" }\nsecrets: { one: { environment: ONE }, two: { environment: TWO } }\n");
        _folder.Write(".env", "TWO=otter-under-ice\n");
        var shell = new Dictionary<string, string> { ["SHELL_TOKEN"] = "heron-over-water", ["ONE"] = "lynx-behind-tree", ["OTHER_TOKEN"] = "raven-on-roof" };

        Assert.Equal(["heron-over-water", "lynx-behind-tree", "otter-under-ice"], EnvSecrets.Of(_folder.Project, shell.GetValueOrDefault).Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Among_the_variables_of_a_container_those_count_that_speak_of_a_secret()
    {
        _folder.Write(".env", "DB_NAME=notes-and-more\n");
        Dictionary<string, string> variables = new() { ["db_password"] = "heron-over-water", ["URL"] = "redis://:lynx-behind-tree@cache/0", ["DB_PASSWORD"] = "notes-and-more", ["PLACE"] = "here", ["DB_PASSWORD_FILE"] = "/run/secrets/db" };

        Assert.Equal(["heron-over-water", "lynx-behind-tree"], EnvSecrets.Of(_folder.Project, _ => null).Among(variables).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_in_the_place_of_the_env_file_stops_no_reading()
    {
        _folder.Write("compose.yaml", "services: {}\n");
        File.CreateSymbolicLink(_folder.Path(".env"), "/nowhere/at/all");

        Assert.Empty(EnvFiles.Missing(_folder.Project));
        Assert.Empty(EnvSecrets.Of(_folder.Project, _ => null).Values);
    }
}
