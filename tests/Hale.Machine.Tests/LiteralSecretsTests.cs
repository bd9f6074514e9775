using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

/// <summary>Secrets that stand in the project's files are known, so that they can be kept out of what others read.</summary>
public sealed class LiteralSecretsTests : IDisposable
{
    private readonly TemporaryProject _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("      API_TOKEN: zebra-in-grass", "zebra-in-grass")]
    [InlineData("      - API_TOKEN=zebra-in-grass", "zebra-in-grass")]
    [InlineData("      - \"API_TOKEN=zebra-in-grass\"", "zebra-in-grass")]
    [InlineData("    environment: {API_TOKEN: \"zebra in grass\", DB_PASSWORD: 'heron'}", "zebra in grass|heron")]
    [InlineData("      args: {NPM_TOKEN: zebra}", "zebra")]
    [InlineData("      DB_PASSWORD: ${DB_PASSWORD:-heron-over-water}", "heron-over-water")]
    [InlineData("      DB_PASSWORD: ${DB_PASSWORD}", "")]
    [InlineData("      POSTGRES_PASSWORD_FILE: /run/secrets/db", "")]
    [InlineData("ENV API_TOKEN=zebra PORT=80", "zebra")]
    [InlineData("ENV api_token=zebra port=80", "zebra")]
    [InlineData("ENV api_token zebra in grass\r\nRUN make", "zebra in grass")]
    [InlineData("env PORT=80 \\\n    StripeKey=\"zebra in grass\" \\\n    API_TOKEN=heron", "heron|zebra in grass")]
    [InlineData("arg npm_token=zebra", "zebra")]
    [InlineData("ARG npm_token", "")]
    [InlineData("ENV api_token=${OTHER}", "")]
    [InlineData("        ENV api_token=${OTHER:-zebra}", "zebra")]
    [InlineData("      MYKEY: zebra", "zebra")]
    [InlineData("      PUBLIC_KEY: zebra", "")]
    [InlineData("        cause: it was begun without API_TOKEN=zebra", "zebra")]
    [InlineData("        command: [sh, -c, \"PASSWORD=zebra begin\"]", "zebra")]
    [InlineData("        command:\n          - begin\n          - --password\n          - zebra", "zebra")]
    [InlineData("      PORT: \"8000\"", "")]
    [InlineData("      test: redis-cli -h cache -a zebra ping", "zebra")]
    [InlineData("      test: [\"CMD\", \"redis-cli\", \"-a\", \"zebra\", \"ping\"]", "zebra")]
    [InlineData("      test: mysqladmin ping -uroot -pzebra", "zebra")]
    [InlineData("      command: redis-server --requirepass zebra --port 7000", "zebra")]
    [InlineData("      command: [tool, \"--password=zebra\"]", "zebra")]
    [InlineData("      command: tool --password $DB_PASSWORD --port 80", "")]
    [InlineData("      test: mysqladmin ping -p --protocol tcp", "")]
    [InlineData("      test: mysqladmin ping --port 3306", "")]
    public void A_value_written_out_is_found(string text, string expected) => Assert.Equal(expected, string.Join('|', LiteralSecrets.In(text)));

    [Fact]
    public void The_files_of_Compose_secrets_and_named_environment_files_are_read()
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    image: a\n    env_file: [\"my conf/api.env\"]\nsecrets:\n  db:\n    file: ./db.txt\nvolumes: {}\n");
        _folder.Write("db.txt", "heron-over-water\n");
        _folder.Write("my conf/api.env", "API_TOKEN=zebra-in-grass\n");
        _folder.Write("Dockerfile", "FROM a\nENV CLIENT_SECRET=otter-under-ice\n");

        Assert.Equal(["heron-over-water", "otter-under-ice", "zebra-in-grass"], EnvSecrets.Of(_folder.Project, _ => null).Values.Order(StringComparer.Ordinal));
    }
}
