using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A secret in an environment file only stands for a real one.</summary>
public sealed class EnvPlaceholderSecret : Fault
{
    public override string Id => "env-placeholder-secret";

    public override string Title => "A secret in an environment file only stands for a real one";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        A variable that is meant to be secret still has a value such as `changeme` or `<your-token>`.

        ## What we look at
        The variables of the environment files whose names speak of a secret, and whether their values are words that only stand for one.
        The values themselves are kept nowhere.

        ## Why it happens
        The template was copied and not looked through.

        ## What mends it
        A value of your own. For a database that has already been made with the old one, the password stays the old one until it is changed there.
        Hale only warns: for local work the value may do.

        ## When it is not this
        A variable without any value is `env-unset-blank` or `env-required-unset`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in env.Files
               let names = file.Keys.Where(key => key.IsPlaceholder).Select(key => key.Name).ToList()
               where names.Count > 0
               select new Finding(Id, file.Path, $"{string.Join(", ", names)} in {file.Path} only {(names.Count == 1 ? "stands" : "stand")} for a real value") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("openssl rand -hex 24", $"put the result into {finding.Subject}");
}
