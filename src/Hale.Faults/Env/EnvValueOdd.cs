using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A value in an environment file has something in it that nobody wrote on purpose.</summary>
public sealed class EnvValueOdd : Fault
{
    public override string Id => "env-value-odd";

    public override string Title => "A value in an environment file holds what nobody meant";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        A value ends with a quote that nothing opens, stands in typographic quotes or backquotes, has blanks inside its quotes at the edge, or holds a
        character that cannot be seen. All of it becomes part of the value.

        ## What we look at
        The values of the environment files. What is odd about one is kept, never the value itself.

        ## Why it happens
        The value was pasted from a chat, a document or a web page, or one of two quotes was deleted.

        ## What mends it
        The value is written anew in its line, or set: `hale env set NAME=VALUE`. Hale only tells of it, since a password may well end with a blank.

        ## When it is not this
        A quote that is opened and never closed is `env-quote-unterminated`; Compose refuses it. Quotes of a list entry in the Compose file are
        `env-quotes-differ-by-reader`.
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
               where key.Odd is not null
               let line = key.Line.ToString(CultureInfo.InvariantCulture)
               select new Finding(Id, $"{file.Path}:{line}", $"{file.Path} line {line}: {key.Name} {key.Odd}")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["name"] = key.Name, ["file"] = file.Path, ["line"] = line },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"sed -n {finding.Facts["line"]}p {finding.Facts["file"]} | cat -A",
        finding.Facts["file"] is ".env" ? $"hale env set {finding.Facts["name"]}=VALUE" : $"write the value of {finding.Facts["name"]} anew in {finding.Facts["file"]}");
}
