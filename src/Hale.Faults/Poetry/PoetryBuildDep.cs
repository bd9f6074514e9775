using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A Python package is built from its source, and what it needs for that is not in the image.</summary>
public sealed partial class PoetryBuildDep : PoetrySaid
{
    public override string Id => "poetry-build-dep";

    public override string Title => "A package is built from its source and misses a header or a program";

    public override string Page => """
        There is no ready-made wheel of a package for this image, so Poetry builds it from its source, and a compiler, a header or a `…_config` program is missing.

        ## What we look at
        The line of the build that names what is missing, in a step in which Poetry installs.

        ## Why it happens
        Slim images have no compiler and no headers.

        ## What mends it
        The package of the distribution that has it, installed before the step. Many projects also offer a package with everything in it, such as `psycopg2-binary`.

        ## When it is not this
        When there is neither a wheel nor a source, nothing is built at all: `poetry-no-candidate`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        if (!talk.Command.Contains("poetry", StringComparison.Ordinal) && !talk.Says("ChefBuildError") && !talk.Says("PEP517"))
        {
            return null;
        }

        var what = line.Groups["what"].Value;
        return new($"a package is built from its source, and {what} is not there", $"before the step in the Dockerfile: RUN apt-get update && apt-get install -y --no-install-recommends {PackageOf(what)}");
    }

    // Error: pg_config executable not found.
    // error: command 'gcc' failed: No such file or directory
    // fatal error: Python.h: No such file or directory
    [GeneratedRegex("""(?<what>pg_config|mysql_config|pkg-config|gcc|cc|g\+\+|Python\.h|ffi\.h|libpq-fe\.h|openssl/\w+\.h|xml2-config|cmake|rustc|cargo)['"]?(?: executable| command)?(?:: command)?[:\s](?:is )?(?:failed: |not found|No such file)""")]
    private static partial Regex Said();

    private static string PackageOf(string what) => what switch
    {
        "pg_config" or "libpq-fe.h" => "gcc libpq-dev",
        "mysql_config" => "gcc pkg-config default-libmysqlclient-dev",
        "pkg-config" or "cmake" or "cargo" => what,
        "rustc" => "cargo",
        "Python.h" => "gcc python3-dev",
        "ffi.h" => "gcc libffi-dev",
        "xml2-config" => "gcc libxml2-dev libxslt1-dev",
        _ when what.StartsWith("openssl", StringComparison.Ordinal) => "gcc libssl-dev",
        _ => "build-essential",
    };
}
