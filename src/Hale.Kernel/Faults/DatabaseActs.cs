using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>Replaces databases with what a snapshot holds of them: done only when a person has named their service.</summary>
/// <param name="Service">The database's service.</param>
/// <param name="Snapshot">The snapshot's name.</param>
/// <param name="Databases">The databases.</param>
/// <param name="Because">The reason.</param>
public sealed record RestoreDatabase(string Service, string Snapshot, IReadOnlyList<string> Databases, string Because) : Act(Because, Risk.Data)
{
    [JsonIgnore]
    public override string Says => $"replace {string.Join(", ", Databases)} of '{Service}' with the snapshot {Snapshot}";

    [JsonIgnore]
    public override string AllowedBy => $"--allow-data-loss {Service}";

    public override bool IsNamedBy(IEnumerable<string> names) => names.Contains(Service);

    public bool Equals(RestoreDatabase? other) => base.Equals(other) && Service == other.Service && Snapshot == other.Snapshot;

    public override int GetHashCode() => HashCode.Combine(Service, Snapshot);
}

/// <summary>Runs scripts for a database's first start in one that is older than they are.</summary>
/// <param name="Service">The database's service.</param>
/// <param name="Scripts">Their names, in the order in which they run.</param>
/// <param name="Because">The reason.</param>
public sealed record RunFirstScripts(string Service, IReadOnlyList<string> Scripts, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"run {string.Join(", ", Scripts)} in the database '{Service}'";

    public bool Equals(RunFirstScripts? other) => base.Equals(other) && Service == other.Service && Scripts.SequenceEqual(other.Scripts);

    public override int GetHashCode() => HashCode.Combine(Service, string.Join('\n', Scripts));
}

/// <summary>Fills a database as the project says.</summary>
/// <param name="Service">The database's service.</param>
/// <param name="With">The files, or the program and its arguments.</param>
/// <param name="Because">The reason.</param>
public sealed record SeedDatabase(string Service, IReadOnlyList<string> With, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"fill the database '{Service}' with {string.Join(' ', With)}";

    public bool Equals(SeedDatabase? other) => base.Equals(other) && Service == other.Service && With.SequenceEqual(other.With);

    public override int GetHashCode() => HashCode.Combine(Service, string.Join('\n', With));
}
