using System.CommandLine;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db</c>: the project's databases, what belongs into them, and snapshots of them.</summary>
internal sealed class DbCommand : Command
{
    public DbCommand(World world, GlobalOptions global)
        : base("db", "The project's databases: what they hold, scripts that they never ran, seeds, snapshots and the way back")
    {
        Subcommands.Add(new DbStatusCommand(world, global));
        Subcommands.Add(new DbInitCommand(world, global));
        Subcommands.Add(new DbSeedCommand(world, global));
        Subcommands.Add(new DbSnapshotCommand(world, global));
        Subcommands.Add(new DbRestoreCommand(world, global));
    }
}
