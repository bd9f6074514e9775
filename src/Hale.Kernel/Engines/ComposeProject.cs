namespace Hale.Kernel.Engines;

/// <summary>A Compose project of which the engine has containers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The folder that it was made from, as Compose's label has it; empty where there is no such label.</param>
/// <param name="Files">The Compose files that it was made from, separated by commas.</param>
/// <param name="Containers">Its containers, running or not, without those of <c>compose run</c>.</param>
public sealed record ComposeProject(string Name, string Folder, string Files, IReadOnlyList<Container> Containers);
