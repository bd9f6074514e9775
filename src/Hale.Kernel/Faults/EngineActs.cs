using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>Makes an empty network or volume that the project expects somebody else to have made.</summary>
/// <param name="Kind"><c>network</c> or <c>volume</c>.</param>
/// <param name="Name">The engine's name of it.</param>
/// <param name="Because">The reason.</param>
public sealed record CreateExternal(string Kind, string Name, string Because) : Act(Because, Risk.System)
{
    [JsonIgnore]
    public override string Says => $"create the empty {Kind} {Name}, which is of no project";

    public bool Equals(CreateExternal? other) => other is not null && Kind == other.Kind && Name == other.Name;

    public override int GetHashCode() => HashCode.Combine(Kind, Name);
}

/// <summary>Stops a container of this project whose service no file has any more; it is not removed.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Because">The reason.</param>
public sealed record StopOrphan(string Container, string Because) : Act(Because, Risk.System)
{
    [JsonIgnore]
    public override string Says => $"stop the container {Container}, whose service no file has any more";

    public bool Equals(StopOrphan? other) => other is not null && Container == other.Container;

    public override int GetHashCode() => Container.GetHashCode(StringComparison.Ordinal);
}
