using System.CommandLine;
using System.Text.RegularExpressions;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale env set</c>: gives variables values in <c>.env</c>.</summary>
internal sealed partial class EnvSetCommand : HaleCommand
{
    private readonly Argument<string[]> _values = new("values")
    {
        Description = "NAME=VALUE; a NAME alone reads its value from standard input, so that it stands in no history",
        HelpName = "NAME[=VALUE]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _generate = new("--generate") { Description = "Give this variable a new secret of 48 digits; may be given several times", HelpName = "NAME" };

    public EnvSetCommand(World world, GlobalOptions global)
        : base("set", "Give variables values in .env; comments, order and every byte elsewhere stay, and hale undo takes it back", world, global)
    {
        Arguments.Add(_values);
        Options.Add(_generate);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale env set PORT=8081", "change one value"),
        ("hale env set --generate SECRET_KEY", "a secret that nobody has to see"),
        ("hale env set API_TOKEN", "read the value from standard input, so that it stands in no history"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var values = new Dictionary<string, string?>();
        foreach (var given in parsed.GetValue(_values) ?? [])
        {
            var sign = given.IndexOf('=', StringComparison.Ordinal);
            var name = Once(values, sign < 0 ? given : given[..sign]);
            values[name] = sign < 0 ? await ReadAsync(given, stop).ConfigureAwait(false) : Whole(name, given[(sign + 1)..]);
        }

        foreach (var name in parsed.GetValue(_generate) ?? [])
        {
            values[Once(values, name)] = null;
        }

        if (values.Count == 0)
        {
            throw new ProblemException(new Problem("there is nothing to set") { Advice = ["hale env set NAME=VALUE", "hale env set --generate NAME"] });
        }

        var runs = Runs(parsed);
        var environment = runs.Environment();
        using var held = await runs.HoldAsync("env set", stop).ConfigureAwait(false);
        var receipt = environment.Set(values);
        if (!receipt.Done)
        {
            throw new ProblemException(new Problem(receipt.Says));
        }

        var page = Page();
        page.Say(receipt.Says, 0, page.Paint.Good);
        page.Say("containers get it with the next `hale docker`; `hale undo` takes it back", 1);
        page.Flush();
        return (int)Verdict.Good;
    }

    private async Task<string> ReadAsync(string name, CancellationToken stop) =>
        await World.Input(stop).ConfigureAwait(false) is { Length: > 0 } line
            ? line
            : throw new ProblemException(new Problem($"{name} got no value: standard input holds none") { Advice = [$"hale env set {name}=VALUE", $"hale env set {name} <FILE"] });

    private static string Once(Dictionary<string, string?> values, string name) => !values.ContainsKey(Checked(name))
        ? name
        : throw new ProblemException(new Problem($"{name} is given twice; nothing was set"));

    // What is no UTF-8 on the command line comes as this sign, and another value would be set.
    private static string Whole(string name, string value) => !value.Contains('\uFFFD', StringComparison.Ordinal)
        ? value
        : throw new ProblemException(new Problem($"the value of {name} holds bytes that are no UTF-8; nothing was set"));

    private static string Checked(string name) => Named().IsMatch(name)
        ? name
        : throw new ProblemException(new Problem($"'{name}' is no name of a variable: letters, digits and _ are allowed, and no digit in front") { Advice = ["hale env set NAME=VALUE"] });

    [GeneratedRegex(@"^[A-Za-z_]\w*\z", RegexOptions.ECMAScript)]
    private static partial Regex Named();
}
