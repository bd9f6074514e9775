using System.CommandLine;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary>The options that say how much is printed, and in which form.</summary>
internal sealed class TalkOptions
{
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Show every command and its output" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print only problems and the last line" };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Consent to what changes this machine or a file; never to what could lose data" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print records on standard output, one a line; talk to people on standard error" };

    /// <summary>For commands that do something.</summary>
    public void AddAllTo(Command command)
    {
        command.Options.Add(_verbose);
        command.Options.Add(_quiet);
        command.Options.Add(_yes);
        command.Options.Add(Json);
    }

    public Talk Read(ParseResult parsed) => new()
    {
        Verbose = parsed.GetValue(_verbose),
        Quiet = parsed.GetValue(_quiet),
        Yes = parsed.GetValue(_yes),
        Json = parsed.GetValue(Json),
    };
}
