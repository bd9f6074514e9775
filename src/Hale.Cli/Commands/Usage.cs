using System.CommandLine;
using System.CommandLine.Parsing;

namespace Hale.Cli.Commands;

/// <summary>What is said to a command line that cannot be understood, with the nearest one that can.</summary>
internal static class Usage
{
    public static string UnknownOption(string given, CommandResult? command)
    {
        var known = new List<string>();
        for (var at = command; at is not null; at = at.Parent as CommandResult)
        {
            known.AddRange(at.Command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        }

        var name = given.Split('=')[0];
        return $"there is no option '{name}'{Hint(name, known)}";
    }

    /// <summary>The sentences for a command line, most telling first.</summary>
    public static IReadOnlyList<string> Errors(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        if (parsed.UnmatchedTokens is [var first, ..])
        {
            return first.StartsWith('-')
                ? [UnknownOption(first, command)]
                : command.Command.Subcommands.Count > 0
                    ? [$"there is no command '{first}'{Hint(first, [.. command.Command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => sub.Aliases.Prepend(sub.Name))])}"]
                    : [$"'{first}' is one argument too many for '{command.Command.Name}'"];
        }

        return [.. parsed.Errors.Select(error => error.Message.TrimEnd('.')).Distinct()];
    }

    /// <summary>True when the command line ends where the name of a command belongs.</summary>
    public static bool NamesNoCommand(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count == 0 && parsed.CommandResult.Command is { Subcommands.Count: > 0, Action: null };

    /// <summary>The command line of the help that tells more.</summary>
    public static string HelpFor(ParseResult parsed)
    {
        var names = new List<string>();
        for (var at = parsed.CommandResult; at?.Parent is CommandResult parent; at = parent)
        {
            names.Insert(0, at.Command.Name);
        }

        return string.Join(' ', ["hale", .. names, "--help"]);
    }

    public static string Hint(string given, IReadOnlyList<string> known)
    {
        var near = known.Select(name => (Name: name, Far: Distance(given, name))).OrderBy(one => one.Far).FirstOrDefault();
        return near.Name is { } name && near.Far <= Math.Max(1, given.Length / 3) ? $"; did you mean '{name}'?" : "";
    }

    /// <summary>How many letters must be put in, taken out, exchanged or swapped to make one word the other.</summary>
    private static int Distance(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[one.Length, other.Length];
    }
}
