using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker's settings name a program for logins that is not there.</summary>
public sealed class CredentialStoreMissing : Fault
{
    public override string Id => "credential-store-missing";

    public override string Title => "The program that keeps registry logins is not there";

    public override string Page => """
        `credsStore` or `credHelpers` in Docker's settings names a program that keeps the logins, and it is not on `PATH`. A pull then fails even where no login is needed.

        ## What we look at
        The settings file, and whether `docker-credential-…` is there.

        ## Why it happens
        Docker Desktop was removed and left its name behind, or the settings came from another machine.

        ## What mends it
        The key is removed from the settings, or the program is installed. Hale does not change the settings of the machine.

        ## When it is not this
        A settings file that cannot be read is `docker-config-corrupt`. A registry that refuses a login which is there is `registry-auth`.
        """;

    public override Needs Needs => Needs.Tools;

    public override Diagnosis Detect(Evidence evidence) => evidence.Tools.Has(out var tools)
        ? Diagnosis.Present([.. tools.Settings.MissingHelpers.Select(program => new Finding(Id, program, $"{tools.Settings.File} names {program} for logins, and it is not on PATH") { OnlyWarns = true, Facts = new Dictionary<string, string> { ["file"] = tools.Settings.File } })])
        : Diagnosis.CannotTell(evidence.Tools.Unknown);

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"remove the line with {finding.Subject["docker-credential-".Length..]} (credsStore or credHelpers) from {finding.Facts["file"]}", $"or install it: {finding.Subject}");
}
