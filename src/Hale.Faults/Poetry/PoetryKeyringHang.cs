using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>Poetry asks the desktop for a keyring that is locked or not there.</summary>
public sealed partial class PoetryKeyringHang : PoetrySaid
{
    public override string Id => "poetry-keyring-hang";

    public override string Title => "Poetry waits for a keyring that cannot be opened";

    public override string Page => """
        Poetry looks for passwords of indexes in the desktop's keyring. Over SSH, in a container or in CI nobody opens it.

        ## What we look at
        The keyring's own errors in the output.

        ## Why it happens
        The package `keyring` is installed beside Poetry, and no desktop session is there.

        ## What mends it
        `PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring` in the environment of the step or of the container.

        ## When it is not this
        A long silence while an index does not answer is `poetry-index-unreachable`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        "Poetry asks for a keyring that cannot be opened there",
        "in the Dockerfile, before the step: ENV PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring");

    // keyring.errors.KeyringLocked: Failed to unlock the collection!
    // secretstorage.exceptions.SecretServiceNotAvailableException: Environment variable DBUS_SESSION_BUS_ADDRESS is unset
    [GeneratedRegex("""(?:KeyringLocked|keyring\.errors\.\w+|DBusErrorResponse|secretstorage\.exceptions\.\w+|Failed to (?:create|unlock) the collection)""")]
    private static partial Regex Said();
}
