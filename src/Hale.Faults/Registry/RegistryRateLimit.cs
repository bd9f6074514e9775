using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry counts pulls and will give no more for now.</summary>
public sealed class RegistryRateLimit : ImageFault
{
    public override string Id => "registry-rate-limit";

    public override string Title => "The registry gives no more images for now";

    public override string Page => """
        The registry answered that its pull rate limit is reached: this address, or this account, has pulled as much as it may.

        ## What we look at
        The registry's answer about an image that the engine does not have.

        ## Why it happens
        Docker Hub counts pulls without a login by address, and an office or a CI runner shares one.

        ## What mends it
        A mirror that offers the image, else a stand-in built from Debian's packages. A login raises the limit: `docker login`.

        ## When it is not this
        A registry that asks for a login before anything is `registry-auth`. One that wants fewer questions a minute is `registry-rate-abuse`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.RateLimit;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry limits pulls ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => ["docker login", $"docker pull {image}    # later"];
}
