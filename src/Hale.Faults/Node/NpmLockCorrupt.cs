using System.Globalization;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The lock file is empty or cut off.</summary>
public sealed class NpmLockCorrupt : NpmLockFault
{
    public override string Id => "npm-lock-corrupt";

    public override string Title => "package-lock.json is empty or cut off";

    public override string Page => """
        The lock file is there and is no JSON, so npm takes it for missing.

        ## What we look at
        npm's refusal in a build step or in a service's output, and the file itself: whether it is empty, or at which line it stops being JSON.

        ## Why it happens
        A full disk or a tool that was stopped while it wrote the file.

        ## What mends it
        The file from Git is best. Otherwise, with your consent, Hale runs `npm install --package-lock-only --ignore-scripts`, which writes it
        anew from `package.json`; versions may be newer then than those that were locked. The original is kept (`hale undo`).

        ## When it is not this
        A file with the markers of a merge is `npm-lock-unmerged`; no file at all is `npm-lock-missing`.
        """;

    private protected override string? Judge(Said said, NodeFolder folder) => folder.Lock switch
    {
        NpmLockState.Empty => $"{folder.File("package-lock.json")} is empty, so that `npm ci` refuses in {said.Place}",
        NpmLockState.Broken => $"{folder.File("package-lock.json")} is no JSON from line {folder.LockLine?.ToString(CultureInfo.InvariantCulture)} on, so that `npm ci` refuses in {said.Place}",
        _ => null,
    };

    private protected override string Change(string file) => $"write {file} anew from package.json";

    private protected override IReadOnlyList<string> Advise(string inFolder, string file) =>
        [$"git checkout -- {file}", $"{inFolder}rm package-lock.json && npm install --package-lock-only --ignore-scripts"];
}
