using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A file that the Dockerfile copies is kept out of the build context by an ignore file.</summary>
public sealed class BuildCopyDockerignored : CopySourceFault
{
    private const string FileFact = "file";
    private const string PathFact = "path";

    public override string Id => "build-copy-dockerignored";

    public override string Title => "A file that the Dockerfile copies is kept out by .dockerignore";

    public override string Page => """
        A `COPY` or `ADD` names a file that exists, and a line of the ignore file keeps it from the builder.

        ## What we look at
        The path that BuildKit did not find, the file on disk, and the ignore file in force: that of the Dockerfile where there is one
        (`Dockerfile.dockerignore`), else `.dockerignore` in the build context. Its last line that matches decides.

        ## Why it happens
        A pattern is wider than it was meant to be, such as `*.json` or `dist`, or the file was added after the ignore file.

        ## What mends it
        One line at the end of the ignore file that begins with `!` and names the path. Hale does not add it by itself: the file may have
        been kept out since it is secret.

        ## When it is not this
        A path that does not exist at all is `build-copy-missing`, with the same words of BuildKit.
        """;

    private protected override Finding? Find(string service, SeenSource source, LackedFile? lacked, string path) =>
        lacked is { Exists: true, IgnoredBy: { } rule } && source.IgnoreFile is { } file
            ? new Finding(Id, service, $"{Place(source, lacked)} copies '{lacked.Source}', which exists and which the line '{rule}' of {file} keeps out of the build of '{service}'")
            {
                Facts = new Dictionary<string, string> { [FileFact] = file, [PathFact] = lacked.Below[1..] },
            }
            : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"echo '!{finding.Facts[PathFact]}' >> {finding.Facts[FileFact]}");
}
