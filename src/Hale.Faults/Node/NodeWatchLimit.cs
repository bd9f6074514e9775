using System.Text.RegularExpressions;

namespace Hale.Faults.Node;

/// <summary>The kernel lets nobody watch another file.</summary>
public sealed partial class NodeWatchLimit : WatchLimitFault
{
    public override string Id => "node-watch-limit";

    public override string Title => "No more files may be watched";

    public override string Page => """
        A development server watches its files for changes, and the kernel lets this user watch no more. The words are those of a full disk,
        and the disk has room.

        ## What we look at
        `ENOSPC: System limit for number of file watchers reached` in a service's output.

        ## Why it happens
        The limit `fs.inotify.max_user_watches` counts for all containers and the desktop together; `node_modules` alone may hold tens of
        thousands of files.

        ## What mends it
        Where the service uses Vite, webpack, Next.js or nodemon, a variable in the overlay lets it look at its files again and again in place of
        being told. That costs some processor time. For good: the limit is raised, which is for whoever runs the machine to decide.

        ## When it is not this
        `EMFILE … watch` is the number of watchers, not of files: `node-watch-instances`. `No space left on device` is about a disk.
        """;

    private protected override string Limit => "max_user_watches";

    private protected override string Enough => "524288";

    private protected override string Refused => "may watch no more files";

    private protected override Regex Line => Said();

    // Error: ENOSPC: System limit for number of file watchers reached, watch '/app/src'
    [GeneratedRegex("ENOSPC: (?:System limit for number of file watchers reached|no space left on device, watch)")]
    private static partial Regex Said();
}
