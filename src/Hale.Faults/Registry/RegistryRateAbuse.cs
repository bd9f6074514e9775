using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry was asked too often in a short time.</summary>
public sealed class RegistryRateAbuse : ImageFault
{
    public override string Id => "registry-rate-abuse";

    public override string Title => "The registry wants fewer questions for a moment";

    public override string Page => """
        The registry answered 429, too many requests, and says nothing of a limit of pulls.

        ## What we look at
        The registry's answer about an image that the engine does not have.

        ## Why it happens
        Many pulls at once, often from an address that is shared: a burst limit, which ends after seconds or minutes.

        ## What mends it
        A mirror that offers the image; otherwise it is tried once more after a pause.

        ## When it is not this
        Docker Hub's limit of pulls, which lasts for hours, is `registry-rate-limit`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.RateAbuse;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry was asked too often in a short time ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"docker pull {image}    # in some minutes"];

    public override Remedy Mend(Finding finding) => base.Mend(finding) is { Acts: [UseMirror] } mirror
        ? mirror
        : new Remedy { Acts = [new TryAgain(finding.Subject, finding.Says)], Advice = Advise(finding.Subject) };
}
