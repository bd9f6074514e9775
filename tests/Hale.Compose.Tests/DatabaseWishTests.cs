using Hale.Compose.Models;

namespace Hale.Compose.Tests;

/// <summary>What a project may say under <c>x-hale: database:</c>.</summary>
public sealed class DatabaseWishTests
{
    private const string Forms = "a list of files of the project, such as db/seed.sql, or a mapping with 'service' and 'command'";

    [Fact]
    public void Files_are_read_as_they_are_written()
    {
        var model = Model("""{"seed": ["db/seed.sql", "more.sql.gz"]}""");

        Assert.Null(SettingsReader.Objection(model));
        Assert.Equal(["db/seed.sql", "more.sql.gz"], StackReader.Read(model).Settings.Database!.SeedFiles);
    }

    [Fact]
    public void A_command_is_read_as_it_is_written()
    {
        var model = Model("""{"seed": {"service": "api", "command": ["python3", "manage.py", "loaddata"]}}""");

        Assert.Null(SettingsReader.Objection(model));
        var wishes = StackReader.Read(model).Settings.Database!;
        Assert.Equal(("api", 3, 0), (wishes.SeedService, wishes.SeedCommand.Count, wishes.SeedFiles.Count));
    }

    [Theory]
    [InlineData("5", "x-hale.database", "x-hale.database must be a mapping; it may have seed")]
    [InlineData("""{"seeds": []}""", "x-hale.database.seeds", "x-hale.database has the key 'seeds'; allowed are seed")]
    [InlineData("""{"seed": "db/seed.sql"}""", "x-hale.database.seed", $"x-hale.database.seed must be {Forms}")]
    [InlineData("""{"seed": []}""", "x-hale.database.seed", $"x-hale.database.seed is empty; it must be {Forms}")]
    [InlineData("""{"seed": ["a.sql", "../b.sql"]}""", "x-hale.database.seed.1", "x-hale.database.seed[1] is '../b.sql'; it must be a file of the project that ends in .sql or .sql.gz, relative to the project's folder")]
    [InlineData("""{"seed": ["/etc/a.sql"]}""", "x-hale.database.seed.0", "x-hale.database.seed[0] is '/etc/a.sql'; it must be a file of the project that ends in .sql or .sql.gz, relative to the project's folder")]
    [InlineData("""{"seed": ["seed.py"]}""", "x-hale.database.seed.0", "x-hale.database.seed[0] is 'seed.py'; it must be a file of the project that ends in .sql or .sql.gz, relative to the project's folder")]
    [InlineData("""{"seed": {"service": "api", "run": ["a"]}}""", "x-hale.database.seed.run", "x-hale.database.seed has the key 'run'; allowed are service, command")]
    [InlineData("""{"seed": {"command": ["a"]}}""", "x-hale.database.seed.service", "x-hale.database.seed needs 'service', the name of the service in which the command runs")]
    [InlineData("""{"seed": {"service": "nobody", "command": ["a"]}}""", "x-hale.database.seed.service", "x-hale.database.seed.service names the service 'nobody', which there is not")]
    [InlineData("""{"seed": {"service": "api", "command": "a b"}}""", "x-hale.database.seed.command", "x-hale.database.seed needs 'command', a list of texts: a program and its arguments")]
    public void What_cannot_be_meant_is_told_with_where_it_stands(string database, string path, string says) =>
        Assert.Equal((path, says), SettingsReader.Objection(Model(database)));

    private static string Model(string database) => $$"""{"name": "p", "services": {"api": {"image": "x"} }, "x-hale": {"database": {{database}} } }""";
}
