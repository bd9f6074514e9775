using Hale.Healing;
using Hale.Machine.Environments;

namespace Hale.Cli.Runs;

/// <summary>A command of the project as it is told and written down: without the project's secrets, and without those that stand in it alone.</summary>
internal static class ToldCommand
{
    public static string Of(IEnumerable<string> command, Func<string, string> redact)
    {
        var line = string.Join(' ', command);
        return new Redaction(EnvSecrets.InCommand(line)).Of(redact(line));
    }
}
