using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>Tells why an image cannot be had. What the reference is comes first: offline, every one of these reads as a failed look-up.</summary>
internal static class MissingImage
{
    private static readonly string[] LookUpWords = ["no such host", "server misbehaving", "Temporary failure in name resolution"];

    /// <summary>Whether the engine has neither the image nor anything in its place, and its registry does not give it.</summary>
    public static bool Is(WantedImage image) =>
        image is { Present: false, Redirect: null, Registry: { Kind: not RegistryAnswerKind.Offered } };

    /// <summary>Why it cannot be had.</summary>
    public static ImageTrouble TroubleOf(WantedImage image)
    {
        var answer = image.Registry!;
        if (image.FrontendOf.Count > 0 && image.RunBy.Count == 0 && image.BuiltFromBy.Count == 0)
        {
            return ImageTrouble.Frontend;
        }

        return image.LooksLike is not null ? ImageTrouble.StageTypo
            : answer.Kind is RegistryAnswerKind.NotFound && RegistryImageMoved.Concerns(image.Reference) ? ImageTrouble.Moved
            : IsLocalOnly(image, answer) ? ImageTrouble.LocalOnly
            : answer.Kind switch
            {
                RegistryAnswerKind.NotFound => ImageTrouble.NotFound,
                RegistryAnswerKind.Denied => ImageTrouble.Denied,
                RegistryAnswerKind.NoPlatform => ImageTrouble.NoPlatform,
                RegistryAnswerKind.Untrusted when Says(answer, "not yet valid") => ImageTrouble.Expired,
                RegistryAnswerKind.Untrusted when Says(answer, "IP SANs", "certificate is valid for", "is not valid for any names", "not authorized to sign for this name") => ImageTrouble.NameMismatch,
                RegistryAnswerKind.Untrusted => ImageTrouble.Untrusted,
                RegistryAnswerKind.Refused when Says(answer, "gave HTTP response to HTTPS client", "first record does not look like a TLS handshake") => ImageTrouble.PlainHttp,
                RegistryAnswerKind.Refused when Says(answer, "pull rate limit", "increase-rate-limit") => ImageTrouble.RateLimit,
                RegistryAnswerKind.Refused when Says(answer, "toomanyrequests", "retry-after", "429 Too Many Requests") => ImageTrouble.RateAbuse,
                RegistryAnswerKind.Refused => ImageTrouble.ServerError,
                _ when Says(answer, LookUpWords) => ImageTrouble.NameLookUp,
                _ => ImageTrouble.Unreachable,
            };
    }

    /// <summary>The last part of what the engine said, which is the cause.</summary>
    public static string WordsOf(WantedImage image)
    {
        var words = image.Registry!.Text.ReplaceLineEndings(" ").Trim();
        return words.Length <= 200 ? words : $"… {words[^200..]}";
    }

    private static bool Says(RegistryAnswer answer, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Docker Hub says the same of a private image and of one that does not exist; a name that nobody would publish is a local one.
    private static bool IsLocalOnly(WantedImage image, RegistryAnswer answer)
    {
        var named = image.Reference.Split('@')[0];
        var first = named.Split('/')[0];
        if (named.Contains('/', StringComparison.Ordinal) && (first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal)))
        {
            return false;
        }

        var tag = named.LastIndexOf(':') is var colon and >= 0 ? named[(colon + 1)..] : "";
        var saysLocal = tag is "dev" or "local" or "test" || first is "local" || first.EndsWith("-local", StringComparison.Ordinal);
        return image.Recipe is null
            && (answer.Kind is RegistryAnswerKind.NotFound && answer.Text.Contains("access denied", StringComparison.OrdinalIgnoreCase)
                || saysLocal && answer.Kind is RegistryAnswerKind.Unreachable);
    }
}

/// <summary>The reasons for which an image cannot be had.</summary>
internal enum ImageTrouble
{
    Frontend,
    StageTypo,
    LocalOnly,
    Moved,
    NotFound,
    Denied,
    NoPlatform,
    Untrusted,
    Expired,
    NameMismatch,
    PlainHttp,
    RateLimit,
    RateAbuse,
    ServerError,
    NameLookUp,
    Unreachable,
}
