using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>What was downloaded is not what the lock says.</summary>
public sealed partial class PoetryHashMismatch : PoetrySaid
{
    public override string Id => "poetry-hash-mismatch";

    public override string Title => "A downloaded package is not the one that the lock names";

    public override string Page => """
        The checksum of a file that Poetry downloaded is not among those that `poetry.lock` holds for the package.

        ## What we look at
        Poetry's sentence, and the package that it names.

        ## Why it happens
        Mostly a download that broke off and stayed in Poetry's cache. Else the index has another file under the same name, or the lock was changed by hand.

        ## What mends it
        The package is fetched once more. Where the step keeps Poetry's cache between builds (`RUN --mount=type=cache`), the files of that one package are dropped
        from it first, and nothing else. If the same happens again, stop: the lock is never rewritten to fit, since the file may have been exchanged on purpose.

        ## When it is not this
        A lock that does not match `pyproject.toml` is `poetry-lock-stale`.
        """;

    private protected override Regex Line => Said();

    // A step begins with an empty cache unless it mounts one, so that a second try is a clean download.
    public override Remedy Mend(Finding finding) => base.Mend(finding) with
    {
        Acts = finding.Facts["cache"].Length == 0
            ? [new TryAgain(finding.Subject, finding.Says)]
            : [new RunInBuildImage(
                finding.Subject, "poetry", Drop(finding.Facts["name"]), ".", [], "", $"drop {finding.Facts["name"]} from the package cache of the build of '{finding.Subject}'", finding.Says)],
    };

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        var name = line.Groups["name"].Value;
        var package = name.Split(' ')[0];
        return new(
            $"what the index gives for {name} is not what poetry.lock names",
            Drop(package),
            $"if it happens again, ask the people who publish {package} before the lock is changed")
        {
            Facts = new Dictionary<string, string> { ["name"] = package, ["cache"] = talk.Command.Contains("type=cache", StringComparison.Ordinal) ? "kept" : "" },
        };
    }

    // The name of a file has a low line where the package's name has a hyphen.
    private static string Drop(string package) => $"find \"$(poetry config cache-dir)/artifacts\" -iname '{package.Replace('-', '?')}-*' -delete";

    // Downloaded distributions for cc (1.0) did not match any known checksums in your lock file.
    // Retrieved digest for link cc-1.0-py3-none-any.whl(sha256:70ef…) not in poetry.lock metadata ['sha256:dead…']
    // Hash for cc (1.0) from archive cc-1.0-py3-none-any.whl not found in known hashes (was: sha256:70ef…)
    [GeneratedRegex("""(?:Downloaded distributions for (?<name>\S+ \([^)]*\)) did not match|Retrieved digest for link (?<name>[^-\s]+)-\S+ not in poetry\.lock|Hash for (?<name>\S+ \([^)]*\)) .*not found in known hashes)""")]
    private static partial Regex Said();
}
