using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Looks at the environment files and at how the Compose files use variables; of values it keeps only what is wrong with them.</summary>
/// <param name="project">The project.</param>
/// <param name="variable">Gives the value of an environment variable of this process.</param>
public sealed partial class EnvFilesProbe(Project project, Func<string, string?> variable) : IProbe
{
    private const int LargestFile = 1 << 20;

    private static readonly string[] TemplateEndings = [".example", ".template", ".sample", ".dist"];

    public Needs Gives => Needs.EnvFiles;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { EnvFiles = Reading.Blind<EnvFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        OpenFolder.Demand(project.Directory);
        var compose = ComposeFiles.Of(project).Select(file => (Name: Path.GetRelativePath(project.Directory, file), Lines: HandWritten.Lines(file))).ToList();
        var facts = new EnvFacts([.. Candidates().Select(Look).OfType<SeenEnvFile>()])
        {
            Folder = project.Directory,
            Uses = [.. compose.SelectMany(file => file.Lines.SelectMany((line, at) => UsesIn(line, PlaceOf(file.Name, at)))).Distinct()],
            QuotedInList = [.. compose.SelectMany(file => QuotedIn(file.Name, file.Lines))],
        };
        return Task.FromResult<Func<Evidence, Evidence>>(evidence => evidence with { EnvFiles = Reading.Of(facts) });
    }

    // The project's own, and those beside it, such as .env.local or app.env.
    private IEnumerable<string> Candidates() => Directory.EnumerateFileSystemEntries(project.Directory)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal)))
        .Where(path => !TemplateEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && Path.GetFileName(path) is not ".envrc")
        .Where(path => IsThere(path) && (File.Exists(path) || Path.GetFileName(path) is ".env"))
        .Order(StringComparer.Ordinal);

    // A link that leads nowhere, or in a circle, is as good as no file.
    private static bool IsThere(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true };
        }
        catch (IOException)
        {
            return false;
        }
    }

    private SeenEnvFile? Look(string path)
    {
        var template = TemplateEndings.Select(ending => path + ending).FirstOrDefault(file => File.Exists(file) && IsThere(file));
        var seen = new SeenEnvFile { Path = Relative(path), Template = template is null ? null : Relative(template) };
        if (Directory.Exists(path))
        {
            return seen with { IsFolder = true };
        }

        if (new FileInfo(path).Length > LargestFile)
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var text = EnvText.Decode(bytes);
        var entries = EnvText.Entries(text);
        var wanted = template is null ? [] : EnvText.Entries(EnvText.Decode(File.ReadAllBytes(template)));
        return seen with
        {
            Encoding = EnvText.EncodingOf(bytes),
            HasCarriageReturns = text.Contains("\r\n", StringComparison.Ordinal),
            Keys = [.. entries.Select(KeyOf)],
            Lacks = [.. wanted.Select(entry => entry.Name).Except(entries.Select(entry => entry.Name))],
        };
    }

    private EnvKey KeyOf(EnvEntry entry)
    {
        var plain = entry.Value.Trim('"', '\'');
        return new EnvKey(entry.Name, entry.Line)
        {
            RefersTo = entry.Value.StartsWith('\'') ? [] : [.. Reference().Matches(entry.Value).Select(found => found.Groups["name"].Value)],
            IsPlaceholder = Secret().IsMatch(entry.Name) && Placeholder().IsMatch(plain),
            IsOtherInShell = variable(entry.Name) is { } here && !plain.Contains('$', StringComparison.Ordinal) && here != plain,
            IsBrokenAddress = BrokenAddress().IsMatch(plain),
        };
    }

    private static IEnumerable<VariableUse> UsesIn(string line, string place) =>
        line.TrimStart().StartsWith('#') ? [] : Reference().Matches(line).Select(found => new VariableUse(
            found.Groups["name"].Value,
            place,
            found.Groups["rest"].Value is "" or [':', '?', ..] or ['?', ..],
            found.Groups["brace"].Length == 0 && found.Index > 0 && char.IsAsciiLetterOrDigit(line[found.Index - 1])));

    private static IEnumerable<string> QuotedIn(string file, string[] lines) =>
        from line in lines.Index()
        let found = QuotedEntry().Match(line.Item)
        where found.Success
        select $"{PlaceOf(file, line.Index)}: {found.Groups["name"].Value}";

    private static string PlaceOf(string file, int at) => string.Create(CultureInfo.InvariantCulture, $"{file} line {at + 1}");

    private string Relative(string path) => Path.GetRelativePath(project.Directory, path);

    // $NAME, ${NAME}, ${NAME:-default}; $$ is a plain sign
    [GeneratedRegex(@"(?<!\$)(?:\$\$)*\$(?:(?<brace>\{)(?<name>[A-Za-z_]\w*)(?<rest>[^}]*)\}|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Reference();

    //   - GREETING="hello"
    [GeneratedRegex(@"^\s+-\s+(?<name>[A-Z_][A-Z0-9_]*)=(?<quote>[""']).*\k<quote>\s*$")]
    private static partial Regex QuotedEntry();

    [GeneratedRegex("PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|_KEY$|^KEY$|APIKEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^(?:change[-_ ]?(?:me|it|this)\w*|secret|password|pass|x{3,}|todo|fixme|<.*>|\[.*\]|your[-_ ].*|replace[-_ ].*|example|dummy)$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    // postgres://app:p@ss@db/app; what looks like a port with a path behind it is no password
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[^:/@\s]*:(?!\d+/)(?:[^@/\s]*[#?][^@\s]*|[^@\s]*/[^@\s]*|[^@\s]*@[^@/\s]*)@[^@\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex BrokenAddress();
}
