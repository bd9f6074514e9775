using System.CommandLine;

namespace Hale.Cli.Commands;

/// <summary><c>--dry-run</c> of the commands that change a database.</summary>
internal sealed class DryRunOption : Option<bool>
{
    public DryRunOption()
        : base("--dry-run") => Description = "Say what would be done, and change nothing";
}
