using System.CommandLine;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale keeper</c>: what <c>hale docker --keep</c> left behind.</summary>
internal sealed class KeeperCommand : Command
{
    public KeeperCommand(World world, GlobalOptions global)
        : base("keeper", "The process that `hale docker --keep` leaves with the stack, one a project")
    {
        Subcommands.Add(new KeeperStatusCommand(world, global));
        Subcommands.Add(new KeeperStopCommand(world, global));
        Subcommands.Add(new KeeperRunCommand(world, global));
    }
}
