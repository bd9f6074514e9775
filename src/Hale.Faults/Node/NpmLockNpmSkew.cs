using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The lock file was written by another version of npm than the one that reads it.</summary>
public sealed class NpmLockNpmSkew : NpmLockFault
{
    public override string Id => "npm-lock-npm-skew";

    public override string Title => "package-lock.json was written by another version of npm";

    public override string Page => """
        `npm ci` refuses a lock file that does agree with `package.json`: this npm would choose other packages than the one that wrote it.

        ## What we look at
        npm's code EUSAGE with "are in sync", and both files: every name and range of `package.json` is in the lock file.

        ## Why it happens
        Versions of npm differ in which optional and peer packages they write down; since autumn 2025 this is common between npm 10 and
        npm 11.

        ## What mends it
        A person, with the npm of the image: write the lock with that version, or bring the image's npm to the version that the team uses.
        Hale does not write it with this machine's npm, which may be the one that caused it.

        ## When it is not this
        When the lock file lacks something that `package.json` names it is `npm-lock-stale`.
        """;

    private protected override string? Judge(Said said, NodeFolder folder) =>
        folder is { Lock: NpmLockState.Whole, NotInLock.Count: 0 } && said.Lines.Any(line => line.Contains("are in sync", StringComparison.Ordinal))
            ? $"{folder.File("package-lock.json")} agrees with package.json and the npm in {said.Place} refuses it all the same: another version of npm wrote it{(folder.PackageManager is { } wants ? $" (package.json asks for {wants})" : "")}"
            : null;

    private protected override string? Change(string file) => null;

    private protected override IReadOnlyList<string> Advise(string inFolder, string file) =>
    [
        $"{inFolder}npx --yes npm@10 install --package-lock-only --ignore-scripts   # with the version that `npm --version` prints in the image",
        "or, in the Dockerfile before `npm ci`: RUN npm install -g npm@11   # with the version that the team uses",
    ];
}
