using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry answered with an error of its own.</summary>
public sealed class Registry5xx : ImageFault
{
    public override string Id => "registry-5xx";

    public override string Title => "The registry answers with an error of its own";

    public override string Page => """
        The registry answered, with an error that is not about the image.

        ## What we look at
        The registry's answer about an image that the engine does not have.

        ## Why it happens
        An outage of the registry, or a proxy's error page in its place.

        ## What mends it
        A mirror that offers the image, else a stand-in built from Debian's packages; or waiting.

        ## When it is not this
        An answer of `toomanyrequests` is `registry-rate-limit`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.ServerError;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry answers with an error ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"docker pull {image}    # later"];
}
