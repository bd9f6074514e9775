using System.CommandLine;
using Hale.Cli.Commands;
using Hale.Cli.Tests.Recorded;

namespace Hale.Cli.Tests;

/// <summary>The help of every command, and the page that is made of it.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task The_page_of_the_commands_is_current()
    {
        var page = new StringWriter();
        page.Write("# Commands\n\nWritten from the program's own help by `HALE_ACCEPT=1 dotnet run --project tests/Hale.Cli.Tests`; a test holds it current.\n");
        foreach (var line in Lines())
        {
            var help = await Theatre.PlayAsync(MendedRun.Whole, $"{line} --help");
            Assert.Equal((0, ""), (help.ExitCode, help.Errors));
            page.Write($"\n## hale {line}".TrimEnd() + $"\n\n```text\n{Trimmed(help.Printed)}\n```\n");
        }

        Approved.FileIs("docs/commands.md", page.ToString());
    }

    [Fact]
    public async Task Each_command_shows_examples_and_exit_codes_and_h_is_help()
    {
        foreach (var line in Lines().Where(line => line is not ("" or "engine" or "keeper" or "env" or "db")))
        {
            var help = await Theatre.PlayAsync(MendedRun.Whole, $"{line} -h");
            Assert.Contains("Examples:\n  hale ", help.Printed, StringComparison.Ordinal);
            Assert.Contains("Exit codes:\n", help.Printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_example_in_the_help_is_understood()
    {
        foreach (var command in All(Tree()).OfType<HaleCommand>())
        {
            foreach (var (line, _) in command.Examples)
            {
                Assert.StartsWith("hale ", line, StringComparison.Ordinal);
                var played = await Theatre.PlayAsync(MendedRun.Whole, line["hale ".Length..]);
                Assert.True(played.ExitCode is 0 or 1, $"{line}: {played.Errors}");
            }
        }
    }

    private static IEnumerable<string> Lines() => All(Tree()).Select(PathOf);

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static string PathOf(Command command) =>
        command is RootCommand ? "" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}".Trim();

    private static RootCommand Tree() => CommandTree.Make(new Shows.World
    {
        Runs = _ => new RecordedRuns(MendedRun.Whole),
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        Terminal = Output.Terminal.Pipe,
        ErrorTerminal = Output.Terminal.Pipe,
        Folder = Path.GetTempPath(),
        Variable = _ => null,
    });

    // The parser names itself after the running program, which is the test's here.
    private static string Trimmed(string help) =>
        string.Join('\n', help.Replace("Hale.Cli.Tests", "hale", StringComparison.Ordinal).TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
