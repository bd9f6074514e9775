using Hale.Docker.Databases;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary>What the runs about databases work with.</summary>
/// <param name="Servers">Finds the servers and opens them.</param>
/// <param name="Snapshots">Keeps what they hold.</param>
/// <param name="Scripts">The scripts for a first start.</param>
/// <param name="Seeds">The files that fill a database.</param>
internal sealed record DatabaseRooms(DatabaseServers Servers, SnapshotShelf Snapshots, InitScripts Scripts, SeedFiles Seeds);
