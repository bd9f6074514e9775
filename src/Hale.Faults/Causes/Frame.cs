using System.Globalization;
using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>A place in a file that a line of output names.</summary>
/// <param name="File">The file as it is printed: a path in a container or in a build, or a bare name.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed partial record Frame(string File, int Line)
{
    /// <summary>True for what a project does not write itself: a language's own library, or a package.</summary>
    public bool IsForeign => Foreign().IsMatch(File);

    /// <summary>The place that a line names; null when it names none.</summary>
    public static Frame? In(string line)
    {
        var found = Place().Match(line);
        return found.Success && int.TryParse(found.Groups["n"].Value, CultureInfo.InvariantCulture, out var number)
            ? new Frame(found.Groups["f"].Value.Replace("file://", "", StringComparison.Ordinal), number)
            : null;
    }

    // File "/srv/a.py", line 4      (/srv/a.js:3:18)      main.c:3:18:      /srv/run.sh: line 3:      /srv/run.sh: 2:      at a.pl line 2
    // in /srv/a.cs:line 12      in /srv/nginx.conf:3      in file "/srv/postgresql.conf" line 1      in /srv/a.php on line 3
    [GeneratedRegex("""
        File[ ]"(?<f>[^"]+)",[ ]line[ ](?<n>\d+)
        |(?<f>(?:file://)?[\w@.+/<>-]*\.(?:pyx?|[cm]?[jt]sx?|java|kts?|scala|go|rb|rs|cc?|cpp|hp?p?|cs|php|p[lm]|sh|sql|conf|cfg|ini|toml|ya?ml|json|txt|vue|svelte|exs?|s?css|html|xml|lock))"?(?::(?:line[ ])?|\(|:[ ](?:line[ ])?|[ ](?:on[ ])?line[ ])(?<n>\d{1,7})
        |(?<f>[\w@.+/-]*(?:Dockerfile|Makefile|CMakeLists\.txt)):(?<n>\d{1,7})
        |(?<f>/[\w@.+/-]+):[ ](?:line[ ])?(?<n>\d{1,7}):
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Place();

    [GeneratedRegex(@"site-packages/|dist-packages/|node_modules/|/usr/(?:local/)?(?:lib|share|include)/|^node:|^<|/rustc/|/go/pkg/mod/|/usr/local/go/|/gems/|/\.cargo/registry/|/\.pyenv/|/vendor/|^internal/")]
    private static partial Regex Foreign();
}
