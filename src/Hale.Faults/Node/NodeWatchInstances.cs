using System.Text.RegularExpressions;

namespace Hale.Faults.Node;

/// <summary>The kernel gives nobody another watcher of files.</summary>
public sealed partial class NodeWatchInstances : WatchLimitFault
{
    public override string Id => "node-watch-instances";

    public override string Title => "No more watchers of files may be made";

    public override string Page => """
        A development server makes a watcher for its files, and the kernel gives this user no more of them. The words are those of too
        many open files, and the limit of those is far away.

        ## What we look at
        `EMFILE: too many open files, watch` in a service's output.

        ## Why it happens
        The limit `fs.inotify.max_user_instances` is often 128 and counts for all containers and the desktop together; each development server,
        editor and file manager takes one or more.

        ## What mends it
        Where the service uses Vite, webpack, Next.js or nodemon, a variable in the overlay lets it look at its files again and again in place of
        being told. That costs some processor time. For good: the limit is raised, which is for whoever runs the machine to decide.

        ## When it is not this
        The same words without `watch` are about files that the program itself holds open: `run-nofile`.
        """;

    private protected override string Limit => "max_user_instances";

    private protected override string Enough => "1024";

    private protected override string Refused => "may make no watcher of files";

    private protected override Regex Line => Said();

    // Error: EMFILE: too many open files, watch '/app/src'
    [GeneratedRegex("EMFILE: too many open files, watch|inotify_init1?\\b.*[Tt]oo many open files")]
    private static partial Regex Said();
}
