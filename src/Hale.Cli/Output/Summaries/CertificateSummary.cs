using System.Globalization;
using Hale.Cli.Runs;
using Hale.Kernel.Faults;

namespace Hale.Cli.Output.Summaries;

/// <summary>Tells of the local authority and the project's certificate.</summary>
internal static class CertificateSummary
{
    public static void Write(Page page, CertsReport report)
    {
        page.Table([.. Authority(page, report.Facts.Authority), .. Certificate(report)]);
        foreach (var opened in report.Opened)
        {
            page.Gap();
            page.Say(opened, 0, page.Paint.Warn);
        }

        foreach (var due in report.Due)
        {
            page.Gap();
            page.Say($"{due}; `hale docker` sees to it", 0, page.Paint.Warn);
        }

        page.Flush();
    }

    private static IEnumerable<IReadOnlyList<Cell>> Authority(Page page, AuthorityFacts? authority)
    {
        if (authority is null)
        {
            yield return [new Cell("authority"), new Cell("none yet; it is made when a project first wants a certificate")];
            yield break;
        }

        yield return [new Cell("authority"), new Cell(authority.File)];
        yield return [new Cell("  until"), new Cell(Day(authority.Until))];
        yield return
        [
            new Cell("  trusted"),
            authority.Trusted switch
            {
                true => new Cell("by this machine's store", page.Paint.Good),
                false => new Cell("not by this machine's store; `hale certs trust` changes that", page.Paint.Warn),
                null => new Cell("not known: this machine's store cannot be read", page.Paint.Warn),
            },
        ];
    }

    private static IEnumerable<IReadOnlyList<Cell>> Certificate(CertsReport report)
    {
        if (report.Facts.Leaf is not { } leaf)
        {
            yield return [new Cell("certificate"), new Cell(report switch { { Unknown: not null } => "not known", { Facts.Wanted: true } => "none yet", _ => "none is asked for by this project" })];
            yield break;
        }

        yield return [new Cell("certificate"), new Cell(Path.Combine(report.Folder, "localhost.pem"))];
        yield return [new Cell("  until"), new Cell(Day(leaf.Until))];
        yield return [new Cell("  hosts"), new Cell(string.Join(", ", leaf.Hosts))];
        foreach (var mount in report.Facts.Mounts)
        {
            yield return [new Cell("  mounted"), new Cell($"in '{mount.Service}' at {mount.Target}{(mount.Mounted ? "" : ", not yet")}")];
        }

        foreach (var trust in report.Facts.Trusting)
        {
            yield return [new Cell("  trusted"), new Cell($"by '{trust.Service}'{(trust.Given ? "" : ", not yet")}")];
        }
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
