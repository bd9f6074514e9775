using Hale.Kernel.Stacks;

namespace Hale.Machine.Certificates;

/// <summary>Sees to it that the keys of the authority and of the project's certificate are for this user alone, whoever opened them.</summary>
public sealed class KeyRights(Project project, AuthorityStore authorities)
{
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Takes from others what they may do with the keys.</summary>
    /// <param name="onlyLook">True to tell of it and change nothing.</param>
    /// <returns>What was open, one sentence each.</returns>
    public IReadOnlyList<string> Close(bool onlyLook)
    {
        (string Path, UnixFileMode Rights)[] places =
        [
            (authorities.Folder, OnlyMine | UnixFileMode.UserExecute),
            (authorities.KeyFile, OnlyMine),
            (new LeafStore(project).KeyFile, OnlyMine),
        ];
        return [.. places.Select(place => OfOne(place.Path, place.Rights, onlyLook)).OfType<string>()];
    }

    private static string? OfOne(string path, UnixFileMode rights, bool onlyLook)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            // What a link leads to is not Hale's to change.
            if (!Path.Exists(path) || new FileInfo(path).LinkTarget is not null || (File.GetUnixFileMode(path) & Others) is 0)
            {
                return null;
            }

            var found = $"{path} was open to other users ({Octal(File.GetUnixFileMode(path))})";
            if (onlyLook)
            {
                return $"{found}; `hale docker` closes it";
            }

            File.SetUnixFileMode(path, rights);
            return $"{found} and is for you alone now ({Octal(rights)}); whoever read a key meanwhile has it still";
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return $"{path} is open to other users, and that could not be changed: {refusal.Message}";
        }
    }

    private static string Octal(UnixFileMode rights) => "0" + Convert.ToString((int)rights, 8);
}
