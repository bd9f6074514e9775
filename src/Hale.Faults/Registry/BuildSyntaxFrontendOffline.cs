using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The image of a Dockerfile's <c># syntax=</c> line cannot be had.</summary>
public sealed class BuildSyntaxFrontendOffline : ImageFault
{
    private const string ServicesFact = "services";

    public override string Id => "build-syntax-frontend-offline";

    public override string Title => "The image of a '# syntax=' line cannot be pulled";

    public override string Page => """
        A Dockerfile begins with `# syntax=`, so BuildKit pulls the image named there to read the file with it, and cannot.

        ## What we look at
        The `# syntax=` line, and what the image's registry says.

        ## Why it happens
        The registry cannot be reached. No `FROM` names the image, so the message puzzles.

        ## What mends it
        BuildKit has a frontend of its own, which reads all but the newest syntax. The overlay points the service at a copy of the
        Dockerfile under `.hale/build/` without that line. A mirror that offers the image would need the line changed all the same.

        ## When it is not this
        An image that a `FROM` names is `registry-dns` or one of its kin.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Frontend;

    private protected override string Cause(WantedImage image) =>
        $"of the '# syntax=' line of {string.Join(", ", image.FrontendOf)} cannot be pulled ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"remove the line '# syntax={image}' from the Dockerfile"];

    public override Diagnosis Detect(Evidence evidence)
    {
        if (base.Detect(evidence) is not Diagnosis.Seen seen)
        {
            return base.Detect(evidence);
        }

        var frontends = evidence.Images.Known!.Images.ToDictionary(image => image.Reference, image => string.Join(' ', image.FrontendOf));
        return Diagnosis.Present([.. seen.Findings.Select(finding => finding with
        {
            Facts = new Dictionary<string, string> { [ServicesFact] = frontends[finding.Subject] },
        })]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts =
        [
            .. (finding.Facts.GetValueOrDefault(ServicesFact) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(service => new UseBuiltInFrontend(service, finding.Says)),
        ],
        Advice = Advise(finding.Subject),
    };
}
