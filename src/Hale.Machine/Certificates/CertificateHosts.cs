using Hale.Kernel.Stacks;

namespace Hale.Machine.Certificates;

/// <summary>Which hosts a project's certificate is for.</summary>
internal static class CertificateHosts
{
    private const int LongestLabel = 63;

    /// <summary>This machine's own names and addresses, the project's name below <c>localhost</c>, and what the project asks for.</summary>
    public static IReadOnlyList<string> Of(Stack stack)
    {
        string[] own = ["localhost", "*.localhost", "127.0.0.1", "::1"];
        // Most programs take no star directly below a top-level name, so the project's own is named.
        string[] named = stack.Name.Length is > 0 and <= LongestLabel ? [$"{stack.Name}.localhost", $"*.{stack.Name}.localhost"] : [];
        return [.. own.Concat(named).Concat(stack.Settings.Certificates?.Hosts ?? []).Distinct()];
    }
}
