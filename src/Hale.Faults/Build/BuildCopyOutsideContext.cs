using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The Dockerfile copies something from outside the build context.</summary>
public sealed class BuildCopyOutsideContext : CopySourceFault
{
    private const string SourceFact = "source";
    private const string PlaceFact = "place";

    public override string Id => "build-copy-outside-context";

    public override string Title => "The Dockerfile copies something from outside the build context";

    public override string Page => """
        A `COPY` or `ADD` names a path with `..` that leads out of the build context. The builder never sees anything outside of it, and
        takes the `..` away without a word, so its message names another path than the Dockerfile.

        ## What we look at
        The source as the Dockerfile writes it, and the build context of the service.

        ## Why it happens
        The Dockerfile was moved into a folder, or a folder that several services share lies beside the context.

        ## What mends it
        A person: a context that is one folder higher (`context: ..` with `dockerfile:` naming the file), or a second context under
        `additional_contexts:` and `COPY --from=` its name.

        ## When it is not this
        A path inside the context that is not there is `build-copy-missing`.
        """;

    private protected override Finding? Find(string service, SeenSource source, LackedFile? lacked, string path) => lacked is { LeadsOut: true }
        ? new Finding(Id, service, $"{Place(source, lacked)} copies '{lacked.Source}', which leads out of the build context '{source.Context}' of '{service}'; the builder looked for '{path}' in it instead")
        {
            Facts = new Dictionary<string, string> { [SourceFact] = lacked.Source, [PlaceFact] = Place(source, lacked) },
        }
        : null;

    public override Remedy Mend(Finding finding)
    {
        var source = finding.Facts[SourceFact];
        var folder = source.Contains('/', StringComparison.Ordinal) ? source[..source.LastIndexOf('/')] : "..";
        return Remedy.ByHand(
            $"in the Compose file, under build: of '{finding.Subject}': additional_contexts: [shared={folder}]",
            $"in {finding.Facts[PlaceFact]}: COPY --from=shared {source[(source.LastIndexOf('/') + 1)..]} …");
    }
}
