using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The lock file does not hold what <c>package.json</c> asks for.</summary>
public sealed class NpmLockStale : NpmLockFault
{
    private const int MostNamed = 3;

    public override string Id => "npm-lock-stale";

    public override string Title => "package-lock.json does not hold what package.json asks for";

    public override string Page => """
        `npm ci` installs what the lock file says and refuses when `package.json` asks for something else.

        ## What we look at
        npm's code EUSAGE in a build step or in a service's output, and both files: the names and ranges in `package.json` that the lock file
        does not repeat, those of workspaces too.

        ## Why it happens
        `package.json` was edited by hand or in a merge, and the lock file was not written anew.

        ## What mends it
        With your consent Hale runs `npm install --package-lock-only --ignore-scripts` there, which changes nothing but the lock file; the
        original is kept (`hale undo`). Review the change before you commit it.

        ## When it is not this
        When both files agree and npm refuses all the same, another version of npm wrote the lock: `npm-lock-npm-skew`. A lock that cannot be
        read is `npm-lock-corrupt` or `npm-lock-unmerged`.
        """;

    private protected override string? Judge(Said said, NodeFolder folder)
    {
        if (folder is not { Lock: NpmLockState.Whole, NotInLock.Count: > 0 })
        {
            return null;
        }

        var more = folder.NotInLock.Count > MostNamed ? $" and {folder.NotInLock.Count - MostNamed} more" : "";
        return $"{folder.File("package-lock.json")} does not hold {string.Join(", ", folder.NotInLock.Take(MostNamed).Select(name => $"'{name}'"))}{more}, which package.json asks for, so that `npm ci` refuses in {said.Place}";
    }

    private protected override string Change(string file) => $"bring {file} up to date with package.json";

    private protected override IReadOnlyList<string> Advise(string inFolder, string file) => [$"{inFolder}npm install --package-lock-only --ignore-scripts", $"git diff {file}"];
}
