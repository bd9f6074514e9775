using System.CommandLine;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale env</c>: what the project asks of its environment, and what it gets.</summary>
internal sealed class EnvCommand : Command
{
    public EnvCommand(World world, GlobalOptions global)
        : base("env", "The project's environment: what it asks for, how .env differs from that, single values to set")
    {
        Subcommands.Add(new EnvCheckCommand(world, global));
        Subcommands.Add(new EnvDiffCommand(world, global));
        Subcommands.Add(new EnvSetCommand(world, global));
    }
}
