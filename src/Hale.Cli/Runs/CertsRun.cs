using Hale.Faults.Trust;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary><c>hale certs</c>: tells of the local authority and the project's certificate, and changes who trusts it.</summary>
internal sealed class CertsRun(Rooms rooms)
{
    private const string CertificateName = "localhost.pem";
    private const string KeyName = "localhost-key.pem";

    private Project Project => rooms.Session.Project;

    public async Task<CertsReport> ReportAsync(CancellationToken stop)
    {
        var (stack, unknown) = await Models.AskAsync(rooms, stop).ConfigureAwait(false);
        var seen = rooms.Certificates.Look(stack ?? new Stack { Name = "" }, always: true);
        if (!seen.Has(out var facts))
        {
            throw new ProblemException(new Problem(seen.Unknown ?? "the certificates cannot be looked at") { Verdict = Verdict.CannotTell });
        }

        return new CertsReport
        {
            Folder = Project.CertificateFolder,
            Facts = facts,
            Unknown = unknown,
            Due = Due(seen),
            Opened = rooms.Keys.Close(onlyLook: false),
        };
    }

    /// <summary>What is to be done about the project's certificate, one sentence each.</summary>
    public static IReadOnlyList<string> Due(Reading<CertificateFacts> seen) =>
        new CertificateDue().Detect(new Evidence { Certificates = seen }) is Diagnosis.Seen due ? [.. due.Findings.Select(finding => finding.Says)] : [];

    public async Task<Receipt> TrustAsync(CancellationToken stop)
    {
        try
        {
            var fingerprint = await rooms.Authority.EnsureAsync(stop).ConfigureAwait(false);
            return await DoAsync(new TrustAuthority(fingerprint, "`hale certs trust` was asked for"), stop).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"the local authority could not be made: {refusal.Message}");
        }
    }

    public async Task<Receipt> UntrustAsync(CancellationToken stop) => rooms.Authority.Fingerprint() is { } fingerprint
        ? await DoAsync(new UntrustAuthority(fingerprint, "`hale certs untrust` was asked for"), stop).ConfigureAwait(false)
        : new Receipt(true, "there is no local authority that could be trusted");

    public async Task<IReadOnlyList<string>> ExportAsync(string folder, bool force, CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        if (!rooms.Certificates.Look(stack).Has(out var facts) || !facts.Wanted)
        {
            throw new ProblemException(new Problem("this project asks for no certificate")
            {
                Advice = [$"give a service the label {CertificateLabels.Folder}: /etc/nginx/certs", "or write x-hale: certificates: {} at the top of the Compose file"],
            });
        }

        using (await rooms.LockAsync("certs export", WhenBusy.Wait, stop).ConfigureAwait(false))
        {
            var made = await rooms.Healer([new CertificateDue()]).HealAsync(beforeStart: true, stop).ConfigureAwait(false);
            if (made.Left.FirstOrDefault(left => left.Tried.Any(tried => !tried.Receipt.Done)) is { } left)
            {
                var refused = left.Tried.First(tried => !tried.Receipt.Done);
                throw new ProblemException(new Problem(refused.Act.Risk is Risk.Safe ? refused.Receipt.Says : left.Finding.Says) { Advice = left.Advice, Verdict = Verdict.SomethingLeft });
            }
        }

        return Copy(folder, force);
    }

    private List<string> Copy(string folder, bool force)
    {
        string[] names = [Path.GetFileName(Project.AuthorityFile), CertificateName, KeyName];
        if (!force && names.FirstOrDefault(name => Path.Exists(Path.Combine(folder, name))) is { } there)
        {
            throw new ProblemException(new Problem($"{Path.Combine(folder, there)} is there already, and nothing was written") { Advice = ["hale certs export --force    # writes over it"] });
        }

        try
        {
            Directory.CreateDirectory(folder);
            return [.. names.Select(name => CopyOne(Path.Combine(Project.CertificateFolder, name), Path.Combine(folder, name), force))];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem($"the certificate could not be exported: {refusal.Message}") { File = folder });
        }
    }

    // The rights are the key's from its first moment on, also in the place of a file that others may read.
    private static string CopyOne(string from, string to, bool force)
    {
        if (force)
        {
            File.Delete(to);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.GetUnixFileMode(from);
        }

        using var file = new FileStream(to, options);
        file.Write(File.ReadAllBytes(from));
        return to;
    }

    // In a project the journal keeps it; elsewhere the receipt alone names the way back.
    private async Task<Receipt> DoAsync(Act act, CancellationToken stop)
    {
        if (!await rooms.Session.Consent.AllowsAsync(act, stop).ConfigureAwait(false))
        {
            return new Receipt(false, $"not done without consent: run the same command with {act.AllowedBy} to allow it");
        }

        if (!Directory.Exists(Project.State))
        {
            return await rooms.AuthorityHand.DoAsync(act, _ => { }, stop).ConfigureAwait(false);
        }

        var entry = rooms.Journal.Begin(new Finding(new AuthorityUntrusted().Id, "authority.pem", act.Because), act);
        var receipt = new Receipt(false, "interrupted");
        try
        {
            return receipt = await rooms.AuthorityHand.DoAsync(act, _ => { }, stop).ConfigureAwait(false);
        }
        finally
        {
            rooms.Journal.End(entry, receipt);
        }
    }
}
