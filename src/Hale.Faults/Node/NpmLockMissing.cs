using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary><c>npm ci</c> is run without a lock file.</summary>
public sealed class NpmLockMissing : NpmLockFault
{
    private const string Lock = "package-lock.json";

    public override string Id => "npm-lock-missing";

    public override string Title => "npm ci is run without a package-lock.json";

    public override string Page => """
        `npm ci` installs what the lock file says, and there is none where it runs.

        ## What we look at
        npm's code EUSAGE in a build step or in a service's output, and the folder on disk: whether the lock file is there, and whether that of
        another package manager is.

        ## Why it happens
        The file was never added to Git, the Dockerfile copies only `package.json` before `npm ci`, or the project is one of yarn or pnpm.

        ## What mends it
        Where the file does not exist: with your consent Hale runs `npm install --package-lock-only --ignore-scripts`, which writes it. Where it
        exists and does not get into the image, the Dockerfile has to copy it, which is a person's to write.

        ## When it is not this
        npm says the same of a lock file that is empty or cut off (`npm-lock-corrupt`) and of one that was not merged to the end
        (`npm-lock-unmerged`).
        """;

    private protected override string? Judge(Said said, NodeFolder folder) =>
        !said.Lines.Any(line => line.Contains("can only install with an existing", StringComparison.Ordinal)) || folder.OtherLocks.Contains("npm-shrinkwrap.json") ? null
        : folder.Lock is NpmLockState.Missing
            ? folder.OtherLocks.Count > 0
                ? $"`npm ci` needs a package-lock.json in {said.Place}, and {folder.File(folder.OtherLocks[0])} says that the project uses another package manager"
                : $"there is no {folder.File(Lock)}, which `npm ci` needs in {said.Place}"
        : folder is { Lock: NpmLockState.Whole } && said.Step is not null ? $"{folder.File(Lock)} is there and was not copied into the image before `npm ci` in {said.Place}"
        : null;

    public override Remedy Mend(Finding finding)
    {
        var remedy = base.Mend(finding);
        return finding.Says.StartsWith("there is no ", StringComparison.Ordinal) ? remedy
            : finding.Says.StartsWith("`npm ci`", StringComparison.Ordinal)
                ? Remedy.ByHand("in place of `npm ci` in the Dockerfile: RUN corepack enable && yarn install --immutable   # or: pnpm install --frozen-lockfile")
            : Remedy.ByHand("before `npm ci` in the Dockerfile: COPY package.json package-lock.json ./", "grep -n lock .dockerignore   # a line there may keep it out");
    }

    private protected override string Change(string file) => $"write {file}";

    private protected override IReadOnlyList<string> Advise(string inFolder, string file) => [$"{inFolder}npm install --package-lock-only --ignore-scripts", $"git add {file}"];
}
