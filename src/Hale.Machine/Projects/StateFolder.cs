using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>The folder <c>.hale</c> of a project.</summary>
public sealed class StateFolder(Project project) : IStateFolder
{
    public string PathOf(string name) => Path.Combine(project.State, name);

    public void Make()
    {
        var ignore = PathOf(".gitignore");
        if (!File.Exists(ignore))
        {
            Directory.CreateDirectory(project.State);
            File.WriteAllText(ignore, "*\n");
        }
    }

    public string? Read(string name)
    {
        try
        {
            return File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string name, string text)
    {
        Make();
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? project.State);
        var draft = $"{path}.{Environment.ProcessId}.new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }

    public void TryWrite(string name, string text)
    {
        try
        {
            Write(name, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Delete(name);
        }
    }

    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
