using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker's settings file cannot be read.</summary>
public sealed class DockerConfigCorrupt : Fault
{
    public override string Id => "docker-config-corrupt";

    public override string Title => "Docker's settings file is not JSON";

    public override string Page => """
        `config.json` in Docker's settings folder is not JSON. The `docker` command warns and goes on without it: without its logins, proxies and contexts.

        ## What we look at
        The file, and the line at which reading it stops.

        ## Why it happens
        It was changed by hand, or writing it was interrupted.

        ## What mends it
        The line is corrected. Without anything worth keeping in it, the file can be moved away: `docker login` makes a new one.

        ## When it is not this
        A settings file that names a program which is not there is `credential-store-missing`.
        """;

    public override Needs Needs => Needs.Tools;

    public override Diagnosis Detect(Evidence evidence) => !evidence.Tools.Has(out var tools)
        ? Diagnosis.CannotTell(evidence.Tools.Unknown)
        : tools.Settings is { BrokenAt: { } line, File: var file }
            ? Diagnosis.Present(new Finding(Id, file, $"{file} is not JSON: reading stops at line {line.ToString(CultureInfo.InvariantCulture)}, so its logins, proxies and contexts do not count") { OnlyWarns = true })
            : Diagnosis.Absent;

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"python3 -m json.tool {finding.Subject}", $"or, when nothing in it is worth keeping: mv {finding.Subject} {finding.Subject}.old");
}
