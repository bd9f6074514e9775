using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>Quotes inside a list entry become part of the value.</summary>
public sealed class EnvQuotesDifferByReader : Fault
{
    public override string Id => "env-quotes-differ-by-reader";

    public override string Title => "Quotes inside a list entry become part of the value";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        An entry such as `- NAME="value"` in a list of the Compose file gives the container a value with the quotes in it. In an environment
        file the same line gives it without.

        ## What we look at
        Entries of lists in the Compose files whose value is in quotes.

        ## Why it happens
        The line was copied from an environment file or a shell.

        ## What mends it
        The quotes are removed, or put around the whole entry: `- "NAME=value"`.

        ## When it is not this
        Quotes in an environment file are left out by Compose, and do no harm.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from entry in env.QuotedInList
               let parts = entry.Split(": ", 2)
               select new Finding(Id, entry, $"the quotes of {parts[1]} in {parts[0]} become part of its value") { OnlyWarns = true, Facts = new Dictionary<string, string> { ["place"] = parts[0], ["name"] = parts[1] } },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"put the quotes around the whole entry in {finding.Facts["place"]}: - \"{finding.Facts["name"]}=…\"");
}
