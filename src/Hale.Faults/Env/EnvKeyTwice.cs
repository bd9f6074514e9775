using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A variable stands twice in an environment file, with two values.</summary>
public sealed class EnvKeyTwice : Fault
{
    public override string Id => "env-key-twice";

    public override string Title => "A variable stands twice in an environment file";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        A variable is given two different values in one environment file. Compose and most readers take the last one.

        ## What we look at
        The names of the environment files and whether the values of one name differ. The values themselves are kept nowhere.

        ## Why it happens
        A line was added at the end and the old one forgotten, or a merge took both sides.

        ## What mends it
        The line that is not meant is removed.

        ## When it is not this
        The same line twice does no harm. A variable that the shell has with another value is `env-shell-overrides`.
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
               where key.OverridesLine is not null
               let first = key.OverridesLine!.Value.ToString(CultureInfo.InvariantCulture)
               let line = key.Line.ToString(CultureInfo.InvariantCulture)
               select new Finding(Id, $"{file.Path}:{line}", $"{file.Path} line {line}: {key.Name} has another value than in line {first}, and this one counts")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["name"] = key.Name, ["file"] = file.Path, ["first"] = first },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"sed -i {finding.Facts["first"]}d {finding.Facts["file"]}    # where line {finding.Facts["first"]} is the old one");
}
