using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A file that the Dockerfile copies is not in the build context.</summary>
public sealed class BuildCopyMissing : CopySourceFault
{
    private const string FoundFact = "found";
    private const string ContextFact = "context";

    public override string Id => "build-copy-missing";

    public override string Title => "A file that the Dockerfile copies does not exist";

    public override string Page => """
        A `COPY` or `ADD` names a file or folder that is not in the build context, so the build stops there.

        ## What we look at
        The path that BuildKit did not find, the instruction that names it, and the build context on disk: the path is really not there.
        Files of the same name elsewhere in the project are looked for, and whether Git is told to leave the file out.

        ## Why it happens
        The file is made by another tool and was not made yet, it is not kept in Git, it was renamed, or the build context is another folder
        than the Dockerfile was written for.

        ## What mends it
        A person: make or fetch the file, or correct the path. Paths in `COPY` begin at the build context, not at the Dockerfile.

        ## When it is not this
        A file that exists and that an ignore file keeps out is `build-copy-dockerignored`; a path that leads out of the context is
        `build-copy-outside-context`. The message of BuildKit is the same for all three.
        """;

    private protected override Finding? Find(string service, SeenSource source, LackedFile? lacked, string path)
    {
        if (lacked is not { Exists: false, LeadsOut: false })
        {
            return null;
        }

        var why = lacked.GitIgnored ? "; .gitignore names it, so a fresh clone lacks it until it is made" : "";
        var elsewhere = lacked.Elsewhere.Count > 0 ? $"; there is {string.Join(", ", lacked.Elsewhere.Select(file => $"'{file}'"))}" : "";
        return new Finding(Id, service, $"{Place(source, lacked)} copies '{lacked.Source}', which is not in the build context '{source.Context}' of '{service}'{why}{elsewhere}")
        {
            Facts = new Dictionary<string, string> { [ContextFact] = source.Context, [FoundFact] = lacked.Elsewhere.Count > 0 ? lacked.Elsewhere[0] : "" },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (context, found) = (finding.Facts[ContextFact], finding.Facts[FoundFact]);
        return Remedy.ByHand(
            found.Length == 0 ? $"ls -la {context}"
            : context == "." || found.StartsWith(context + "/", StringComparison.Ordinal) ? $"write the path from the build context on: {(context == "." ? found : found[(context.Length + 1)..])}"
            : $"'{found}' lies outside the build context '{context}': copy it there, or build '{finding.Subject}' with a context that holds it");
    }
}
