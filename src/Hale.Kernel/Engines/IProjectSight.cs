namespace Hale.Kernel.Engines;

/// <summary>Looks for files of the project that lie in a container too.</summary>
public interface IProjectSight
{
    /// <summary>The file at a path of this machine, relative to the project; null when it is not there or lies outside.</summary>
    string? At(string path);

    /// <summary>The file somewhere below a folder that has this name and content, relative to the project; null when there is none, or several.</summary>
    string? Like(string folder, string name, ReadOnlyMemory<byte> content);
}
