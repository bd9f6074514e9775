using Hale.Compose.Models;

namespace Hale.Compose.Tests;

/// <summary>What a project may say under <c>x-hale: faults:</c>.</summary>
public sealed class ProjectRuleTests
{
    private const string Good = """{"name": "a-b", "match": "x.*", "cause": "It is so", "advice": "do it"}""";

    [Fact]
    public void A_rule_is_read_as_it_is_written()
    {
        Assert.Null(SettingsReader.Objection(Model(Good)));
        var rule = Assert.Single(StackReader.Read(Model(Good)).Settings.Faults);
        Assert.Equal(("a-b", "x.*", "It is so", "safe"), (rule.Name, rule.Match, rule.Cause, rule.Risk));
        Assert.Equal(["do it"], rule.Advice);
    }

    [Theory]
    [InlineData("""{"name": "a", "match": "x"}""", "x-hale.faults[0] needs 'cause', as a text")]
    [InlineData("""{"name": "A b", "match": "x", "cause": "c", "advice": "d"}""", "x-hale.faults[0]: the name 'A b' must be words of small letters and digits, joined by hyphens")]
    [InlineData("""{"name": "a", "match": "x", "cause": "c", "advise": "d"}""", "x-hale.faults[0] has the key 'advise'; allowed are name, match, subject, cause, advice, command, risk")]
    [InlineData("""{"name": "a", "match": "x", "cause": "c", "advice": "d", "subject": "nobody"}""", "x-hale.faults[0]: 'subject' names the service 'nobody', which there is not")]
    [InlineData("""{"name": "a", "match": "x", "cause": "c", "advice": "d", "risk": "data"}""", "x-hale.faults[0]: the risk 'data' must be one of safe, system, edit")]
    [InlineData("""{"name": "a", "match": "x", "cause": "c"}""", "x-hale.faults[0]: it needs 'advice' or 'command'")]
    [InlineData("\"a\"", "x-hale.faults[0] must be a mapping with name, match and cause")]
    public void What_cannot_be_meant_is_refused_with_what_is_allowed(string rule, string says) => Assert.Equal(says, SettingsReader.Objection(Model(rule))?.Says);

    [Fact]
    public void An_expression_that_is_none_is_refused() =>
        Assert.StartsWith("x-hale.faults[0]: 'match' is no regular expression", SettingsReader.Objection(Model(Good.Replace("x.*", "(", StringComparison.Ordinal)))?.Says, StringComparison.Ordinal);

    [Theory]
    [InlineData("5", "x-hale", "x-hale must be a mapping; it may have mirrors, faults, certificates, database")]
    [InlineData("""{"fault": []}""", "x-hale.fault", "x-hale has the key 'fault'; allowed are mirrors, faults, certificates, database")]
    [InlineData("""{"faults": {}}""", "x-hale.faults", "x-hale.faults must be a list")]
    [InlineData("""{"mirrors": "a"}""", "x-hale.mirrors", "x-hale.mirrors must be a list of texts, such as mirror.example.com/library")]
    [InlineData("""{"faults": [{"name": "a", "match": "x", "cause": "c", "advice": "d"}, {"name": "a", "match": "(?=x)", "cause": "c", "advice": "d"}]}""", "x-hale.faults.1.match", "x-hale.faults[1]: 'match' is no regular expression: looking around, referring back and atomic groups are not allowed, so that no line can hold hale up")]
    [InlineData("""{"faults": [{"name": "a", "match": "x", "cause": "c", "command": "ls -l"}]}""", "x-hale.faults.0.command", "x-hale.faults[0]: 'command' must be a list of texts, a program and its arguments")]
    public void What_is_wrong_is_told_with_where_it_stands(string settings, string path, string says) =>
        Assert.Equal((path, says), SettingsReader.Objection($$"""{"name": "p", "services": {}, "x-hale": {{settings}} }"""));

    private static string Model(string rule) => $$"""{"name": "p", "services": {"api": {"image": "x"} }, "x-hale": {"faults": [{{rule}}]} }""";
}
