using System.CommandLine;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale engine</c>: the Docker daemon that Hale started where nobody else would.</summary>
internal sealed class EngineCommand : Command
{
    public EngineCommand(World world, GlobalOptions global)
        : base("engine", "The Docker daemon that Hale started, where the machine has no init system")
    {
        Subcommands.Add(new EngineStatusCommand(world, global));
        Subcommands.Add(new EngineStopCommand(world, global));
    }
}
