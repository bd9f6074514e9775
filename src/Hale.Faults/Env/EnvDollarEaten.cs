using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A <c>$</c> inside a value is taken for a variable.</summary>
public sealed class EnvDollarEaten : Fault
{
    public override string Id => "env-dollar-eaten";

    public override string Title => "A $ inside a value is taken for a variable";

    public override Needs Needs => Needs.Model | Needs.EnvFiles;

    public override string Page => """
        A value, often a password, holds a `$`, and Compose takes what follows for the name of a variable. The value becomes shorter than it was written.

        ## What we look at
        The names that Compose misses, against the values of `.env` and the Compose files in which a `$` with that name stands.

        ## Why it happens
        In `.env`, a `$` stands for itself only within single quotes; in a Compose file it has to be written twice.

        ## What mends it
        Single quotes around the value in `.env`, or `$$` in the Compose file. A database that was made with the shorter password keeps that one.

        ## When it is not this
        A name that the Compose file uses as `${NAME}` is a variable that is missing: `env-unset-blank`.
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

        return Diagnosis.Present([.. UnsetNames.In(model).SelectMany(name => InFiles(env, name).Concat(InCompose(env, name)))]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts["advice"]);

    private IEnumerable<Finding> InFiles(EnvFacts env, string name) =>
        from file in env.Files
        from key in file.Keys
        where key.RefersTo.Contains(name)
        select Eaten(key.Name, $"the value of {key.Name} in {file.Path} holds '${name}', which Compose takes for a variable and leaves out", $"put the value of {key.Name} in {file.Path} in single quotes: {key.Name}='…'");

    private IEnumerable<Finding> InCompose(EnvFacts env, string name) =>
        env.Uses.Where(use => use.Name == name && use.Embedded)
            .Select(use => Eaten(use.Place, $"a value in {use.Place} holds '${name}', which Compose takes for a variable and leaves out", $"write '$${name}' in {use.Place}"));

    private Finding Eaten(string subject, string says, string advice) =>
        new(Id, subject, says) { OnlyWarns = true, Facts = new Dictionary<string, string> { ["advice"] = advice } };
}
