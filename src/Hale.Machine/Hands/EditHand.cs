using System.Text;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>Writes a file of the project anew, whole or not at all, with the rights it had. The journal has kept the original.</summary>
public sealed class EditHand(Project project) : IHand
{
    public bool Takes(Act act) => act is RewriteFile;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var edit = (RewriteFile)act;
        if (InsideProject.PathOf(project, edit.Path) is not { } path)
        {
            return new Receipt(false, $"'{edit.Path}' leads out of the project");
        }

        var unfinished = $"{path}.{Guid.NewGuid():N}.hale";
        try
        {
            await File.WriteAllBytesAsync(unfinished, Encoding.UTF8.GetBytes(edit.Text), stop).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(path));
            }

            File.Move(unfinished, path, overwrite: true);
            return new Receipt(true, "") { Undo = "hale undo" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"{edit.Path} could not be written: {refusal.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
