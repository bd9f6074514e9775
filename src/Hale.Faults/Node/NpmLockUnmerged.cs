using System.Globalization;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The lock file holds the markers of a merge that was not finished.</summary>
public sealed class NpmLockUnmerged : NpmLockFault
{
    public override string Id => "npm-lock-unmerged";

    public override string Title => "package-lock.json holds the markers of a merge";

    public override string Page => """
        Two branches changed the lock file, and the lines with which Git marks both sides are still in it. npm puts simple
        cases together by itself; where one side is no JSON it takes the file for missing.

        ## What we look at
        npm's refusal in a build step or in a service's output, and the file itself: the line with the first marker.

        ## Why it happens
        A merge or rebase was committed before the lock file was put right.

        ## What mends it
        With your consent Hale runs `npm install --package-lock-only --ignore-scripts`: npm knows such markers and takes the newer of both sides.
        The original is kept (`hale undo`). `package.json` has to be merged already.

        ## When it is not this
        A lock file that is empty or cut off is `npm-lock-corrupt`.
        """;

    private protected override string? Judge(Said said, NodeFolder folder) => folder.Lock is NpmLockState.Unmerged
        ? $"{folder.File("package-lock.json")} holds the markers of a merge from line {folder.LockLine?.ToString(CultureInfo.InvariantCulture)} on, so that `npm ci` refuses in {said.Place}"
        : null;

    private protected override string Change(string file) => $"put the merge of {file} right with npm";

    private protected override IReadOnlyList<string> Advise(string inFolder, string file) => [$"{inFolder}npm install --package-lock-only --ignore-scripts", $"git diff {file}"];
}
