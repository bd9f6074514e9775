using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A variable of the shell wins over the environment file.</summary>
public sealed class EnvShellOverrides : Fault
{
    public override string Id => "env-shell-overrides";

    public override string Title => "A variable of the shell wins over the environment file";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        The shell that Hale was started from has a variable that `.env` sets too, with another value, and the shell's wins.

        ## What we look at
        The variables of `.env` that the Compose files use, against those of this process. Whether they differ is all that is kept.

        ## Why it happens
        The variable was exported for another project, or by a file such as `.bashrc` or `.envrc`.

        ## What mends it
        The variable is removed from the shell, for this command or for good. Where the shell's value is the one that is meant, nothing has to be
        mended.

        ## When it is not this
        A variable that neither has is `env-unset-blank`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from key in env.Files.Where(file => file.Path == ".env").SelectMany(file => file.Keys)
               where key.IsOtherInShell && env.Uses.Any(use => use.Name == key.Name)
               select new Finding(Id, key.Name, $"{key.Name} is set in this shell to another value than in .env, and the shell's wins") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"env -u {finding.Subject} hale docker", $"or for this shell: unset {finding.Subject}");
}
