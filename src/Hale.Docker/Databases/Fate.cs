namespace Hale.Docker.Databases;

/// <summary>What became of a transaction.</summary>
public enum Fate
{
    /// <summary>Nobody can tell.</summary>
    Unknown,

    /// <summary>All of it is in the database.</summary>
    Kept,

    /// <summary>Nothing of it is.</summary>
    TakenBack,
}
