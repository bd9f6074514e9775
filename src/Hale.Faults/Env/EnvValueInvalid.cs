using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A value in an environment file is not what its template asks for.</summary>
public sealed class EnvValueInvalid : Fault
{
    public override string Id => "env-value-invalid";

    public override string Title => "A value in an environment file is not what its template asks for";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        The template of an environment file says in its comments what each value has to be, and one in the file is something else.

        ## What we look at
        Decorators above the entries of the template, or of a schema (`.env.schema`), by the convention of `@env-spec`: `@required`, `@sensitive`, and
        `@type=` with `port`, `integer`, `number`, `boolean`, `enum(…)`, `url`, `email`, `ip` or `uuid`. A value into which other variables are put is not
        judged. The value is shown only where it cannot be a secret.

        ## Why it happens
        A slip of the hand, a unit or a comment that became part of the value, or a template that has changed since the file was made.

        ## What mends it
        The value that is allowed, in the line that is named. Hale only tells of it: which value is meant, only you can say.

        ## When it is not this
        A program that refuses a value which no template speaks of is `env-wrong-type`. A variable that the file lacks altogether is `env-key-drift`.
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
               from key in file.Keys
               let rule = key.Breaks
               where rule is not null
               select FindingOf(file, key, rule),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"give {finding.Facts["name"]} in {finding.Facts["place"]} what is allowed: {finding.Facts["allowed"]}");

    private Finding FindingOf(SeenEnvFile file, EnvKey key, BrokenRule rule)
    {
        var line = key.Line.ToString(CultureInfo.InvariantCulture);
        var wrong = rule.Found switch
        {
            null => $"has a value (not shown) that is not allowed; allowed is {rule.Allowed}",
            "" => "has no value, and needs one",
            var value => $"is '{value}'; allowed is {rule.Allowed}",
        };
        return new Finding(Id, $"{file.Path}:{line}", $"{file.Path} line {line}: {key.Name} {wrong} ({rule.Place})")
        {
            OnlyWarns = true,
            Facts = new Dictionary<string, string> { ["name"] = key.Name, ["allowed"] = rule.Allowed, ["place"] = $"{file.Path} line {line}" },
        };
    }
}
