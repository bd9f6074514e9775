using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>Which kind of answer a registry gave, told from the engine's words (Engine 26; the fragments are those of the Go standard library and of distribution).</summary>
internal static class RegistryWords
{
    private static readonly (string Fragment, RegistryAnswerKind Kind)[] Known =
    [
        ("toomanyrequests", RegistryAnswerKind.Refused),
        ("unexpected HTTP status: 5", RegistryAnswerKind.Refused),
        ("x509:", RegistryAnswerKind.Untrusted),
        ("manifest unknown", RegistryAnswerKind.NotFound),
        ("not found: manifest", RegistryAnswerKind.NotFound),
        ("name unknown", RegistryAnswerKind.NotFound),
        ("pull access denied", RegistryAnswerKind.NotFound),
        ("requested access to the resource is denied", RegistryAnswerKind.NotFound),
        ("no basic auth credentials", RegistryAnswerKind.Denied),
        ("unauthorized", RegistryAnswerKind.Denied),
        ("denied", RegistryAnswerKind.Denied),
        ("no such host", RegistryAnswerKind.Unreachable),
        ("server misbehaving", RegistryAnswerKind.Unreachable),
        ("dial tcp", RegistryAnswerKind.Unreachable),
        ("i/o timeout", RegistryAnswerKind.Unreachable),
        ("Client.Timeout", RegistryAnswerKind.Unreachable),
        ("context deadline exceeded", RegistryAnswerKind.Unreachable),
        ("TLS handshake timeout", RegistryAnswerKind.Unreachable),
        ("did not answer within", RegistryAnswerKind.Unreachable),
        ("connection re", RegistryAnswerKind.Unreachable),
        ("EOF", RegistryAnswerKind.Unreachable),
        ("not found", RegistryAnswerKind.NotFound),
    ];

    public static RegistryAnswerKind KindOf(string words) =>
        Known.FirstOrDefault(
            known => words.Contains(known.Fragment, StringComparison.OrdinalIgnoreCase),
            (Fragment: "", Kind: RegistryAnswerKind.Refused)).Kind;
}
