using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>Makes a missing file of the project from its template: for this user alone unless a container reads it, whole or not at all, never over another.</summary>
public sealed class FileHand(Project project) : IHand
{
    public bool Takes(Act act) => act is CreateFile;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var create = (CreateFile)act;
        if (InsideProject.PathOf(project, create.Path) is not { } path)
        {
            return new Receipt(false, InsideProject.LeadsOut(create.Path));
        }

        if (InsideProject.PathOf(project, create.Template) is not { } template)
        {
            return new Receipt(false, InsideProject.LeadsOut(create.Template));
        }

        try
        {
            var text = await File.ReadAllBytesAsync(template, stop).ConfigureAwait(false);
            WholeFile.Put(project, path, text, create.ForOthers ? WholeFile.RightsOf(template) : UnixFileMode.UserRead | UnixFileMode.UserWrite, overwrite: false);
            return new Receipt(true, $"created {create.Path} from {create.Template}") { Undo = $"rm {create.Path}" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"{create.Path} could not be created: {refusal.Message}");
        }
    }
}
