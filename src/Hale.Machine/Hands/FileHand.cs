using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Changes;
using Hale.Machine.Environments;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>
/// Makes a missing file of the project from its template: for this user alone unless a container reads it, whole or not at all, never over another.
/// An environment file gets secrets of its own where the template only stands for them, unless the stack was healthy here before: its data may know the old ones.
/// </summary>
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
            var secrets = create.ForOthers || HealthyFile.IsThere(project) ? [] : NewSecrets.In(project, template);
            var text = NewSecrets.Fill(await File.ReadAllBytesAsync(template, stop).ConfigureAwait(false), secrets);
            WholeFile.Put(project, path, text, create.ForOthers ? WholeFile.RightsOf(template) : UnixFileMode.UserRead | UnixFileMode.UserWrite, overwrite: false);
            var anew = secrets.Count == 0 ? "" : $", with a secret of its own for {string.Join(", ", secrets)}";
            return new Receipt(true, $"created {create.Path} from {create.Template}{anew}") { Undo = new Command("rm", [create.Path]).ToString() };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or FormatException)
        {
            return new Receipt(false, $"{create.Path} could not be created: {refusal.Message}");
        }
    }
}
