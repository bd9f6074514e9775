using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

/// <summary>What templates say of their variables, and which values they allow.</summary>
public sealed class EnvSpecTests
{
    [Theory]
    [InlineData("string(minLength=8)", "1234567", false)]
    [InlineData("string(minLength=8)", "12345678", true)]
    [InlineData("string(maxLength=3, startsWith=sk)", "skx", true)]
    [InlineData("string(maxLength=3, startsWith=sk)", "skxx", false)]
    [InlineData("string(isLength=3, endsWith='k')", "ssk", true)]
    [InlineData("string(isLength=3, endsWith='k')", "sks", false)]
    [InlineData("port", "8000", true)]
    [InlineData("port", "65535", true)]
    [InlineData("port", "0", false)]
    [InlineData("port", "65536", false)]
    [InlineData("port", "8000x", false)]
    [InlineData("port", "80.5", false)]
    [InlineData("port", "-1", false)]
    [InlineData("port", "8,000", false)]
    [InlineData("port", "0x50", false)]
    [InlineData("port(min=1024)", "80", false)]
    [InlineData("port(min=1024)", "8080", true)]
    [InlineData("integer", "-12", true)]
    [InlineData("integer", "1.5", false)]
    [InlineData("integer", "1e3", false)]
    [InlineData("integer", "ten", false)]
    [InlineData("integer", "99999999999999999999999999999999999", false)]
    [InlineData("number", "1.5", true)]
    [InlineData("number", "1,5", false)]
    [InlineData("number", "30s", false)]
    [InlineData("number", "NaN", false)]
    [InlineData("number(min=1, max=9)", "10", false)]
    [InlineData("number(min=1, max=9)", "9", true)]
    [InlineData("number(isInt)", "2.5", false)]
    [InlineData("boolean", "true", true)]
    [InlineData("boolean", "False", true)]
    [InlineData("boolean", "0", true)]
    [InlineData("boolean", "enabled", false)]
    [InlineData("boolean", "2", false)]
    [InlineData("enum(dev, test)", "dev", true)]
    [InlineData("enum(dev, test)", "Dev", false)]
    [InlineData("enum(dev, test)", "production", false)]
    [InlineData("enum(\"a b\", 'c')", "a b", true)]
    [InlineData("url", "https://example.org/path?x=1", true)]
    [InlineData("url", "postgres://app:pass@db:5432/app", true)]
    [InlineData("url", "example.org", false)]
    [InlineData("url", "localhost:8000", false)]
    [InlineData("url", "https://", false)]
    [InlineData("url", "/etc/passwd", false)]
    [InlineData("url", "http://host:port", false)]
    [InlineData("email", "team@example.org", true)]
    [InlineData("email", "team@example", false)]
    [InlineData("email", "team example.org", false)]
    [InlineData("email", "a@b@example.org", false)]
    [InlineData("ip", "127.0.0.1", true)]
    [InlineData("ip", "::1", true)]
    [InlineData("ip", "127.0.0.1:80", false)]
    [InlineData("ip", "localhost", false)]
    [InlineData("uuid", "7f9c24e8-3b12-4ef0-91a2-5d1c2f3a4b5c", true)]
    [InlineData("uuid", "7f9c24e83b124ef091a25d1c2f3a4b5c", false)]
    public void A_type_allows_its_values_and_no_others(string type, string value, bool allowed) => Assert.Equal(allowed, EnvType.Read(type)!.Allows(value));

    [Theory]
    [InlineData("string")]
    [InlineData("semver")]
    [InlineData("enum")]
    [InlineData("enum()")]
    [InlineData("number(min=1")]
    [InlineData("(port)")]
    [InlineData("")]
    public void A_type_that_is_not_known_allows_everything(string type) => Assert.Null(EnvType.Read(type));

    [Fact]
    public void Limits_stand_in_the_words_for_what_is_allowed()
    {
        Assert.Equal("a number from 1 to 9", EnvType.Read("number(min=1, max=9)")!.Allowed);
        Assert.Equal("a whole number of at least 0", EnvType.Read("integer(min=0)")!.Allowed);
        Assert.Equal("one of dev, test", EnvType.Read("enum(dev, test)")!.Allowed);
    }

    [Fact]
    public void Decorators_stand_above_an_entry_or_behind_its_value_and_nowhere_else()
    {
        var rules = EnvSpec.Read("""
            # The port. Ask team@sensitive.example if in doubt.
            # @required @type=port
            PORT=8000

            # @sensitive

            NAME=app
            MODE=dev # @type=enum(dev, test) @required=false
            # prose that names @required is prose
            LEVEL=info
            """);

        Assert.Equal(["PORT", "MODE"], rules.Select(rule => rule.Name));
        Assert.True(rules[0] is { Required: true, Sensitive: false, Line: 3, Type.Allowed: "a port, a whole number from 1 to 65535" });
        Assert.True(rules[1] is { Required: false, Line: 8, Type.Allowed: "one of dev, test" });
    }

    [Fact]
    public void A_default_in_the_head_holds_for_all_that_say_nothing_themselves()
    {
        var rules = EnvSpec.Read("# @defaultRequired=true @defaultSensitive=false\n# ---\n\nA=1\n# @optional\nB=2\n# @sensitive @required=false\nC=3\n");

        Assert.Equal([("A", true, false), ("C", false, true)], rules.Select(rule => (rule.Name, rule.Required, rule.Sensitive)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# ---")]
    [InlineData("#\n# ---\n# @type=\nA=\n")]
    [InlineData("# @type=enum(\nA=1\n# @@ @ @=x @1=2\nB=2")]
    [InlineData("=\n==\n# @required\n=x\n\0\0\n")]
    public void Nonsense_is_read_without_a_complaint(string text) => Assert.DoesNotContain(EnvSpec.Read(text), rule => rule.Type is not null);

    [Theory]
    [InlineData("8000", "8000")]
    [InlineData("8000 # the port", "8000")]
    [InlineData("8000#1", "8000#1")]
    [InlineData("\"a # b\" # c", "a # b")]
    [InlineData("'$HOME'", "$HOME")]
    [InlineData("# nothing", "")]
    [InlineData("\"${HOST}:1\"", null)]
    [InlineData("$HOST", null)]
    public void A_value_is_judged_without_quotes_and_comments_and_not_where_others_are_put_into_it(string written, string? plain) =>
        Assert.Equal(plain, EnvText.Plain(written));
}
