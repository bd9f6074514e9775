using Hale.Kernel.Stacks;

namespace Hale.Compose.Kept;

/// <summary>The project's folder for Hale's own files: made when first needed, kept out of Git by a file of its own.</summary>
internal sealed class StateFolder(Project project)
{
    public string PathOf(string name) => Path.Combine(project.State, name);

    /// <summary>The text of a file; null when it is not there or cannot be read.</summary>
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

    /// <summary>Writes a file as a whole: whoever reads meanwhile sees the old text or the new one.</summary>
    public void Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? project.State);
        var ignore = PathOf(".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }

        var draft = $"{path}.{Environment.ProcessId}.new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Writes what is only there to save time: a folder that cannot be written costs the time and no more.</summary>
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
