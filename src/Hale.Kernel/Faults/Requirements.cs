using System.Globalization;

namespace Hale.Kernel.Faults;

/// <summary>The oldest versions of Docker's parts that Hale works with.</summary>
public static class Requirements
{
    /// <summary>Compose merges with <c>!override</c> from here on.</summary>
    public const string Compose = "2.24";

    /// <summary>The first engine that speaks <see cref="EngineApi"/>.</summary>
    public const string Engine = "23.0";

    /// <summary>Engine 23: the first whose own BuildKit can be given another base image by name.</summary>
    public const string EngineApi = "1.42";

    /// <summary>True when <paramref name="version"/> is at least <paramref name="least"/>; what cannot be read is new enough.</summary>
    public static bool Meets(string version, string least)
    {
        var (have, want) = (Numbers(version), Numbers(least));
        return have is not [var major, var minor] || want is not [var leastMajor, var leastMinor]
            || major > leastMajor || (major == leastMajor && minor >= leastMinor);
    }

    /// <summary>True when something has to be installed before a stack can be brought up.</summary>
    public static bool Lacks(ToolFacts tools, EngineFacts? engine) =>
        tools.Cli is null || tools.Buildx is null || tools.Compose is not { } compose || !Meets(compose, Compose)
        || (engine is { Version: null } && !tools.Dockerd) || (engine?.ApiVersion is { } api && !Meets(api, EngineApi));

    // "v2.26.1-ds1" → 2, 26
    private static int[] Numbers(string version) =>
    [
        .. version.TrimStart('v').Split('.').Take(2)
            .Select(part => new string([.. part.TakeWhile(char.IsAsciiDigit)]))
            .Where(part => part.Length is > 0 and < 9)
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture)),
    ];
}
