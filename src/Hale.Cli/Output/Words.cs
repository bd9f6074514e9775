using System.Globalization;
using Hale.Cli.Runs;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output;

/// <summary>The words for what has a name in code: the same everywhere that it is printed.</summary>
internal static class Words
{
    public static string Of(ServicePhase phase) => phase switch
    {
        ServicePhase.Waiting => "waiting",
        ServicePhase.Building => "building",
        ServicePhase.Creating => "creating",
        ServicePhase.Starting => "starting",
        ServicePhase.Probing => "probing",
        ServicePhase.Ready => "ready",
        ServicePhase.Completed => "completed",
        ServicePhase.Failed => "failed",
        ServicePhase.Stopping => "stopping",
        _ => "stopped",
    };

    public static string Of(RunPhase phase) => phase switch
    {
        RunPhase.Look => "look",
        RunPhase.Mend => "mend",
        RunPhase.Build => "build",
        RunPhase.Create => "create",
        RunPhase.Start => "start",
        _ => "stop",
    };

    /// <summary>What goes on in a part of the run.</summary>
    public static string Doing(RunPhase phase) => phase switch
    {
        RunPhase.Look => "looking",
        RunPhase.Mend => "mending",
        RunPhase.Build => "building",
        RunPhase.Create => "creating",
        RunPhase.Start => "starting",
        _ => "stopping",
    };

    public static string Of(Risk risk) => risk switch
    {
        Risk.Safe => "safe",
        Risk.System => "system",
        Risk.Edit => "edit",
        _ => "data",
    };

    public static string Of(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Unhealthy => "unhealthy",
        HealthStatus.Starting => "starting",
        _ => "stopped",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Good => "good",
        Verdict.SomethingLeft => "something-left",
        Verdict.WrongUsage => "wrong-usage",
        Verdict.CannotTell => "cannot-tell",
        _ => "interrupted",
    };

    /// <summary>A time as a person reads it: <c>40 ms</c>, <c>5.3 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Of(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 99.5 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        < 59_950 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => Minutes((int)Math.Round(time.TotalSeconds)),
    };

    private static string Minutes(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60} s");

    /// <summary>A size as a person reads it: <c>812 B</c>, <c>7.5 MB</c>; a kB is a thousand bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 999_950 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 999_950_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    /// <summary>A number with its noun: <c>1 service</c>, <c>2 services</c>.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
