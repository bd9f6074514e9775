using System.Text;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>Writes a file of the project anew, whole or not at all, with the rights it had. The journal has kept the original.</summary>
public sealed class EditHand(Project project) : IHand
{
    public bool Takes(Act act) => act is RewriteFile or MakeUnixText;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var name = act.Files[0];
        if (InsideProject.PathOf(project, name) is not { } path)
        {
            return new Receipt(false, InsideProject.LeadsOut(name));
        }

        try
        {
            var content = act is RewriteFile edit ? Encoding.UTF8.GetBytes(edit.Text) : UnixText(await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false));
            WholeFile.Put(project, path, content, WholeFile.RightsOf(path), overwrite: true);
            return new Receipt(true, "") { Undo = "hale undo" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"{name} could not be written: {refusal.Message}");
        }
    }

    // Byte by byte, so that whatever the encoding is, nothing else changes.
    private static byte[] UnixText(byte[] text)
    {
        var start = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return [.. text.Where((one, at) => at >= start && !(one == '\r' && at + 1 < text.Length && text[at + 1] == '\n'))];
    }
}
