using System.Text.RegularExpressions;

namespace Hale.Cli.Runs;

/// <summary>A role that a snapshot's tables belong to and that the server does not have: a snapshot holds none, and a volume that is made anew has only the first.</summary>
internal static partial class MissingRole
{
    /// <summary>The commands that make the role which a restore missed; none where it missed none.</summary>
    /// <param name="said">What the restore said.</param>
    /// <param name="service">The database's service.</param>
    /// <param name="again">The command that restores.</param>
    public static IReadOnlyList<string> AdviceOf(IReadOnlyList<string> said, string service, string again) =>
        said.Select(line => Missed().Match(line)).FirstOrDefault(found => found.Success)?.Groups["role"].Value is not { } role ? []
        : Plain().IsMatch(role) ?
        [
            $$"""docker compose exec {{service}} sh -c 'psql -U "${POSTGRES_USER:-postgres}" -d postgres -c "create role \"{{role}}\""'    # it cannot log in; add login where it has to""",
            again,
        ]
        : [$"docker compose exec {service} psql    # create role …, with the name that is told above", again];

    // ERROR:  role "bob" does not exist
    [GeneratedRegex("""ERROR: +role "(?<role>.+)" does not exist$""")]
    private static partial Regex Missed();

    // What neither a shell nor psql reads as anything else.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_ .@-]*\z")]
    private static partial Regex Plain();
}
