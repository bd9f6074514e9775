using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>Lines that only follow from what went wrong elsewhere: they are never told as a cause.</summary>
public static partial class Consequences
{
    public static bool Includes(string line) => Engine().IsMatch(line) || Tools().IsMatch(line) || Marks().IsMatch(line);

    // What Compose, BuildKit and the engine say about a failure that another object has.
    [GeneratedRegex(
        """dependency failed to start|didn't complete successfully: exit|\bis unhealthy$|\bexited \(\d+\)|failed to solve: process "|did not complete successfully: exit code|^exit code: \d+$|502 Bad Gateway|blocked by CORS policy|Found orphan containers|the attribute .?version.? is obsolete|The legacy builder""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Engine();

    // What a tool says when the program that it ran has failed, or once more after its own first error.
    [GeneratedRegex(
        """A complete log of this run|/_logs/\S+-debug-\d+\.log$|Run "npm help|npm (?:error|ERR!) (?:code|errno|syscall|path|dest|cwd|signal|command|network|workspace|location)\b|Lifecycle script|EBADENGINE|ELIFECYCLE|^make(?:\[\d+\])?: \*\*\* .*(?:Error \d+$|Waiting for unfinished)|^make(?:\[\d+\])?: Leaving directory|ld returned \d+ exit status|^compilation terminated|subprocess-exited-with-error|metadata-generation-failed|did not run successfully|This error originates from a subprocess|Encountered error while|finished with status 'error'|aborting due to (?:\d+ )?previous error|^\d+ errors?$|configuration file .* (?:contains errors|test failed)|^BEGIN failed--|^Node\.js v\d|^error: (?:script|recipe) .* exited with code|Sub-process .* returned an error code|^Error: Process completed with exit code|ERROR: No matching distribution|Some index files failed to download|Emitted 'error' event|Configuring incomplete""")]
    private static partial Regex Tools();

    // Marks around an excerpt: the ">>>" of a Dockerfile, a caret below a column, a rule.
    [GeneratedRegex(@"^\s*(?:\d+ \| )?(?:>>>|[\^~]+$|-{3,}$|={3,}$)")]
    private static partial Regex Marks();
}
