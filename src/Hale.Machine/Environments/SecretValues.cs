using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>Which variables are meant to be secret, which values only stand for a secret, and new ones.</summary>
internal static partial class SecretValues
{
    private const int Digits = 48;

    /// <summary>True when the name speaks of a secret.</summary>
    public static bool IsNamed(string name) => Named().IsMatch(name) && !IsPlace(name);

    /// <summary>True for a value that everybody would replace.</summary>
    public static bool IsPlaceholder(string plain) => Placeholder().IsMatch(plain);

    /// <summary>A secret that nobody can guess: 192 bits in small letters and digits, which no address and no shell takes for anything else.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Digits, lowercase: true);

    // POSTGRES_PASSWORD_FILE says where the secret is, and holds none.
    private static bool IsPlace(string name) => name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PATH", StringComparison.OrdinalIgnoreCase);

    // A key's public half is there to be shown.
    [GeneratedRegex("PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|(?<!PUB(?:LIC)?[_-]?)KEY$|APIKEY|DSN", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:change[-_ ]?(?:me|it|this)[\w-]*|secret|password|pass|x{3,}|todo|fixme|<.*>|\[.*\]|your[-_ ].*|replace[-_ ].*|example|dummy)$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
