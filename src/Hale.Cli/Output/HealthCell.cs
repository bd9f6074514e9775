using Hale.Cli.Runs;

namespace Hale.Cli.Output;

/// <summary>A cell in the colour of a service's health.</summary>
internal static class HealthCell
{
    public static Cell Of(HealthStatus status, string text, Paint paint) => new(text, status switch
    {
        HealthStatus.Healthy => paint.Good,
        HealthStatus.Starting => paint.Warn,
        HealthStatus.Unhealthy => paint.Bad,
        _ => paint.Faint,
    });
}
