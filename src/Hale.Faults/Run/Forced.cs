using System.Globalization;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>How a container was ended by force, as far as the engine remembers what it sent.</summary>
internal static class Forced
{
    private const int Kill = 9;

    /// <summary>True when the engine sent SIGKILL and nothing before it.</summary>
    public static bool AtOnce(SeenContainer container) => container.Signals is { Count: > 0 } sent && sent.All(signal => signal.Number == Kill);

    /// <summary>How long after the first signal SIGKILL came; null when it did not come so.</summary>
    public static TimeSpan? After(SeenContainer container) =>
        container.Signals is [{ Number: not Kill } asked, .., { Number: Kill } forced] ? forced.At - asked.At : null;

    /// <summary>True when the container was ended by SIGKILL and stays down.</summary>
    public static bool IsDown(SeenContainer container) => container is { State: ContainerState.Exited, ExitCode: 137, OomKilled: false };

    public static string Seconds(TimeSpan span) => $"{span.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s";
}
