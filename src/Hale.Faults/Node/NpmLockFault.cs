using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>
/// A fault of a <c>package-lock.json</c> with which <c>npm ci</c> refuses to install. npm says one and the same of a lock that is missing,
/// empty, cut off, or not merged to the end, so the file decides.
/// </summary>
public abstract partial class NpmLockFault : Fault
{
    private const string FolderFact = "folder";

    public override Needs Needs => Needs.Attempt | Needs.Containers | Needs.Node;

    /// <summary>The finding's sentence; null when the file says that it is another fault.</summary>
    /// <param name="said">Where npm refused, and all that it printed.</param>
    /// <param name="folder">The Node project.</param>
    private protected abstract string? Judge(Said said, NodeFolder folder);

    /// <summary>What changes when the lock is written anew, in words that follow "would" or "did"; null when a person must decide.</summary>
    private protected abstract string? Change(string file);

    /// <summary>What a person can do.</summary>
    private protected abstract IReadOnlyList<string> Advise(string inFolder, string file);

    public override Diagnosis Detect(Evidence evidence)
    {
        var refused = Said.In(evidence).Where(said => said.Find(Refusal()) is not null).ToList();
        if (refused.Count == 0)
        {
            return NothingFound.In(evidence, Needs.Attempt | Needs.Containers);
        }

        return !evidence.Node.Has(out var node)
            ? Diagnosis.CannotTell(evidence.Node.Unknown)
            : Diagnosis.Present([.. refused.Select(said => Find(said, node)).OfType<Finding>().DistinctBy(finding => finding.Subject)]);
    }

    public override Remedy Mend(Finding finding)
    {
        var folder = finding.Facts[FolderFact];
        var file = folder == "." ? "package-lock.json" : $"{folder}/package-lock.json";
        var advice = Advise(folder == "." ? "" : $"cd {folder} && ", file);
        return Change(file) is { } change
            ? new Remedy { Acts = [new RunTool("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], folder, [file], change, finding.Says)], Advice = advice }
            : Remedy.ByHand(advice);
    }

    private Finding? Find(Said said, NodeFacts node)
    {
        var folder = node.Of(said.Service) ?? (node.Folders.Count == 1 ? node.Folders[0] : null);
        return folder is { PackageBroken: null } && Judge(said, folder) is { } says
            ? new Finding(Id, said.Service, says) { Facts = new Dictionary<string, string> { [FolderFact] = folder.Path } }
            : null;
    }

    // npm ERR! code EUSAGE      npm error code EUSAGE
    [GeneratedRegex("^npm (?:ERR!|error) code EUSAGE$")]
    private static partial Regex Refusal();
}
