using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Hale.Cli.Runs;

namespace Hale.Cli.Commands;

/// <summary>The help of a command: the parser's own, then examples and exit codes.</summary>
internal sealed class HelpText(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        if (parseResult.CommandResult.Command is HaleCommand command)
        {
            Write(command, parseResult.InvocationConfiguration.Output);
        }

        return (int)Verdict.Good;
    }

    private static void Write(HaleCommand command, TextWriter output)
    {
        output.Write("Examples:\n");
        foreach (var (line, does) in command.Examples)
        {
            output.Write($"  {line}\n      {does}\n");
        }

        output.Write("\nExit codes:\n");
        foreach (var end in command.Ends)
        {
            output.Write($"  {(int)end,3}  {Meaning(end)}\n");
        }

        output.Write('\n');
        output.Flush();
    }

    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Good => "done; healthy, or everything mended",
        Verdict.SomethingLeft => "something is left that needs a person",
        Verdict.WrongUsage => "the command line or the project's files are wrong",
        Verdict.CannotTell => "it could not be told",
        _ => "interrupted",
    };
}
