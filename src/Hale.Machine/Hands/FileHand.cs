using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Hands;

/// <summary>Makes a missing file of the project from its template; never over one that is there, never outside the project.</summary>
public sealed class FileHand(Project project) : IHand
{
    private const int MostBytes = 1 << 20;

    public bool Takes(Act act) => act is CreateFile;

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop) => Task.FromResult(Make((CreateFile)act));

    private Receipt Make(CreateFile act)
    {
        var (source, target) = (Inside(act.Template), Inside(act.Path));
        if (source is null || target is null)
        {
            return new Receipt(false, $"{act.Path} or {act.Template} lies outside the project");
        }

        try
        {
            if (new FileInfo(source).Length > MostBytes)
            {
                return new Receipt(false, $"{act.Template} is larger than 1 MiB, which no environment file should be");
            }

            // Whole or not at all: written beside, then given its name, which fails when somebody made the file meanwhile.
            var draft = Path.Combine(Path.GetDirectoryName(target)!, $".hale-{Path.GetRandomFileName()}");
            using (var file = new FileStream(draft, Options()))
            {
                file.Write(File.ReadAllBytes(source));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: false);
            return new Receipt(true, $"created {act.Path} from {act.Template}; its values are the template's: look through them") { Undo = $"rm {act.Path}" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private string? Inside(string relative)
    {
        var full = Path.GetFullPath(Path.Combine(project.Directory, relative));
        return full.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }
}
