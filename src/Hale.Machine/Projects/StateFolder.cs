using System.Security.Cryptography;
using System.Text;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>The folder <c>.hale</c> of a project.</summary>
public sealed class StateFolder(Project project) : IStateFolder
{
    public string PathOf(string name) => Path.Combine(project.State, name);

    public void Make()
    {
        if (LeadsOut is { } target)
        {
            throw new IOException($"it is a link that leads out of the project, to {target}");
        }

        if (File.Exists(project.State))
        {
            throw new IOException("a file has that name, where a folder belongs");
        }

        var ignore = PathOf(".gitignore");
        if (new FileInfo(ignore) is not { Exists: true, Length: > 0 })
        {
            Directory.CreateDirectory(project.State);
            File.WriteAllText(ignore, "*\n");
        }
    }

    public string? Read(string name)
    {
        try
        {
            // A pipe in its place has no length, and whoever reads it waits for a writer.
            return new FileInfo(PathOf(name)) is { Exists: true, Length: > 0 } ? File.ReadAllText(PathOf(name)) : null;
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
            Write(name, $"{SealOf(text)}\n{text}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Delete(name);
        }
    }

    public string? ReadKept(string name) =>
        Read(name)?.Split('\n', 2) is [var seal, var text] && seal == SealOf(text) ? text : null;

    public void Delete(string name)
    {
        try
        {
            if (LeadsOut is null)
            {
                File.Delete(PathOf(name));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static string SealOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A checkout may bring a link of this name along; what it leads to is none of Hale's.
    private string? LeadsOut =>
        new DirectoryInfo(project.State) is { LinkTarget: not null } link
            && link.ResolveLinkTarget(returnFinalTarget: true)?.FullName is var target
            && target?.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) is not true
            ? target ?? link.LinkTarget
            : null;
}
