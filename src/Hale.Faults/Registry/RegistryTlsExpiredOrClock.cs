using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The time of the registry's certificate is over, or has not begun, by this machine's clock.</summary>
public sealed class RegistryTlsExpiredOrClock : ImageFault
{
    public override string Id => "registry-tls-expired-or-clock";

    public override string Title => "The registry's certificate is not valid at this machine's time";

    public override string Page => """
        The engine was shown a certificate whose time is over, or has not begun yet, by this machine's clock.

        ## What we look at
        The engine's words about an image that it does not have: `certificate has expired or is not yet valid`, with the time that the engine
        takes it to be.

        ## Why it happens
        The clock of a virtual machine or of WSL stands still while the computer sleeps: public registries hardly ever let a certificate run
        out. A company's own registry may.

        ## What mends it
        The clock is set, or the registry gets a new certificate. Meanwhile a mirror that offers the image, else a stand-in built from
        Debian's packages.

        ## When it is not this
        An authority that the engine does not know is `registry-tls-untrusted`; a certificate for another host is `registry-tls-name-mismatch`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Expired;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry's certificate is not valid at this machine's time ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
    [
        "date -u; curl -sSI http://deb.debian.org/ | grep -i '^date:'    # when the two differ, it is the clock",
        "sudo timedatectl set-ntp true    # sets the clock; in WSL: sudo hwclock --hctosys",
    ];
}
