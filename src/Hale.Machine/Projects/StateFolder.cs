using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>The folder in which Hale keeps what it knows of a project.</summary>
public static class StateFolder
{
    /// <summary>Makes it where it is missing, hidden from Git by a <c>.gitignore</c> of its own.</summary>
    public static void Make(Project project)
    {
        var ignore = Path.Combine(project.State, ".gitignore");
        if (!File.Exists(ignore))
        {
            Directory.CreateDirectory(project.State);
            File.WriteAllText(ignore, "*\n");
        }
    }
}
