using System.Globalization;
using Hale.Cli.Runs;

namespace Hale.Cli.Output.Summaries;

/// <summary>A line on the project's keeper.</summary>
internal static class KeeperText
{
    public static void Write(Page page, KeeperReport keeper)
    {
        page.Say(Of(keeper), 0, keeper switch { { Lost: not null } or { Left.Count: > 0 } => page.Paint.Warn, { Pid: not null } => page.Paint.Good, _ => page.Paint.Faint });
    }

    private static string Of(KeeperReport keeper) => keeper switch
    {
        { Pid: { } pid, Since: { } since } => string.Create(
            CultureInfo.InvariantCulture,
            $"kept by process {pid} since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC{Done(keeper)}; `hale keeper stop` ends it"),
        { Lost: { } lost } => string.Create(CultureInfo.InvariantCulture, $"not kept: the keeper (process {lost}) is gone and did not say why; `hale docker --keep` starts another"),
        _ => "not kept; `hale docker --keep` leaves a keeper with it",
    };

    private static string Done(KeeperReport keeper) =>
        (keeper.Mended == 0 ? "" : keeper.Mended == 1 ? ", brought a service back once" : string.Create(CultureInfo.InvariantCulture, $", brought services back {keeper.Mended} times"))
        + (keeper.Left.Count == 0 ? "" : $", left {string.Join(", ", keeper.Left)} since it kept failing");
}
