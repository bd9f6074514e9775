using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>The Compose file uses a variable that is not set.</summary>
public sealed class EnvUnsetBlank : Fault
{
    public override string Id => "env-unset-blank";

    public override string Title => "The Compose file uses a variable that is not set";

    public override Needs Needs => Needs.Model | Needs.EnvFiles;

    public override string Page => """
        The Compose file says `${NAME}`, and nothing sets that variable. Compose takes an empty value and goes on.

        ## What we look at
        What Compose warns of while it reads the files, and where the Compose files use the variable.

        ## Why it happens
        The line is missing in `.env`, or the variable is one that somebody exports in a shell.

        ## What mends it
        A line in `.env`, or a default in the Compose file. Where the template of `.env` has the variable, `env-key-drift` adds it.

        ## When it is not this
        A name that nobody wrote as a variable is a part of a value with a `$` in it: `env-dollar-eaten`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from name in UnsetNames.In(model)
               let use = env.Uses.FirstOrDefault(use => use.Name == name && !use.Embedded)
               where use is not null
               select new Finding(Id, name, $"{name} is not set and becomes empty; {use.Place} uses it") { OnlyWarns = true, Facts = new Dictionary<string, string> { ["place"] = use.Place } },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"add a line to .env: {finding.Subject}=VALUE", $"or give it a default in {finding.Facts["place"]}: ${{{finding.Subject}:-VALUE}}");
}
