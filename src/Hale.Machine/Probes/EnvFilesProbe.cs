using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Environments.Code;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Looks at the environment files and at how the Compose files use variables; of values it keeps only what is wrong with them.</summary>
/// <param name="project">The project.</param>
/// <param name="runner">Asks Git which of them it keeps.</param>
/// <param name="variable">Gives the value of an environment variable of this process.</param>
public sealed partial class EnvFilesProbe(Project project, ICommandRunner runner, Func<string, string?> variable) : IProbe
{
    private const int MostShown = 40;

    private static readonly TimeSpan CodePatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan GitPatience = TimeSpan.FromSeconds(5);

    public Needs Gives => Needs.EnvFiles;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { EnvFiles = Reading.Blind<EnvFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        OpenFolder.Demand(project.Directory);
        var compose = ComposeFiles.Of(project).Select(file => (Name: Path.GetRelativePath(project.Directory, file), Lines: HandWritten.Lines(file))).ToList();
        var files = Candidates().Select(Look).ToList();
        var tracked = await TrackedAsync(files, stop).ConfigureAwait(false);
        var facts = new EnvFacts([.. files.Select(file => file with { IsTracked = tracked?.Contains(file.Path) })])
        {
            Folder = project.Directory,
            Uses = [.. compose.SelectMany(file => file.Lines.SelectMany((line, at) => UsesIn(line, PlaceOf(file.Name, at)))).Distinct()],
            QuotedInList = [.. compose.SelectMany(file => QuotedIn(file.Name, file.Lines))],
            Code = CodeOf(stop),
        };
        return evidence => evidence with { EnvFiles = Reading.Of(facts) };
    }

    // What takes too long to read is not told of, and keeps nobody from the environment files.
    private CodeFacts CodeOf(CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(CodePatience);
        try
        {
            return CodeSight.Of(project, [], late.Token).Facts;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new CodeFacts { IsPartial = true };
        }
    }

    private async Task<HashSet<string>?> TrackedAsync(List<SeenEnvFile> files, CancellationToken stop)
    {
        if (files.Count == 0)
        {
            return null;
        }

        var end = await runner.RunAsync(new Command("git", ["ls-files", "-z", "--", .. files.Select(file => file.Path)]) { Folder = project.Directory, Timeout = GitPatience }, null, stop).ConfigureAwait(false);
        return end.Done ? [.. end.Output.Split('\0')] : null;
    }

    // Who cannot enter one of the folders above it cannot read it either.
    private static bool MayOthersRead(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) == 0)
        {
            return false;
        }

        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // The project's own, and those beside it, such as .env.local or app.env.
    private IEnumerable<string> Candidates() => Directory.EnumerateFileSystemEntries(project.Directory)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal)))
        .Where(path => !EnvTemplates.Is(path) && Path.GetFileName(path) is not ".envrc")
        .Where(path => EnvTemplates.IsThere(path) || (Directory.Exists(path) && Path.GetFileName(path) is ".env"))
        .Order(StringComparer.Ordinal);

    private SeenEnvFile Look(string path)
    {
        var template = EnvTemplates.Of(path);
        var seen = new SeenEnvFile { Path = Relative(path), Template = template is null ? null : Relative(template) };
        if (Directory.Exists(path))
        {
            return seen with { IsFolder = true };
        }

        var length = new FileInfo(path).Length;
        if (length > HandWritten.LargestFile)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{Relative(path)} has {length >> 20} MiB; Hale reads at most {HandWritten.LargestFile >> 20}"));
        }

        // What has no length is not opened: a pipe would wait for a writer.
        var bytes = length == 0 ? [] : File.ReadAllBytes(path);
        var text = EnvText.Decode(bytes);
        var entries = EnvText.Entries(text);
        var wanted = template is null ? [] : EnvText.Entries(HandWritten.Text(template));
        var rules = RulesFor(path, template);
        return seen with
        {
            Encoding = EnvText.EncodingOf(bytes),
            OthersMayRead = MayOthersRead(path),
            HasCarriageReturns = text.Contains("\r\n", StringComparison.Ordinal),
            Keys = [.. KeysOf(entries, rules)],
            Lacks = [.. wanted.Select(entry => entry.Name).Except(entries.Select(entry => entry.Name))],
        };
    }

    // A schema says more than a template; the last entry of a name counts, as when the file is read for its values.
    private Dictionary<string, (EnvRule Rule, string Place)> RulesFor(string path, string? template)
    {
        var rules = new Dictionary<string, (EnvRule Rule, string Place)>();
        foreach (var source in new[] { template, path + EnvTemplates.Schema }.OfType<string>().Where(EnvTemplates.IsThere))
        {
            foreach (var rule in EnvSpec.Read(HandWritten.Text(source)))
            {
                rules[rule.Name] = (rule, PlaceOf(Relative(source), rule.Line - 1));
            }
        }

        return rules;
    }

    private static BrokenRule? Broken(EnvEntry entry, EnvRule rule, string place) => EnvText.Plain(entry.Value) switch
    {
        null => null,
        "" => rule.Required ? new BrokenRule(rule.Type?.Allowed ?? "a value", place, "") : null,
        var value when rule.Type is { } type && !type.Allows(value) => new BrokenRule(type.Allowed, place, MayBeShown(rule) ? Shortened(value) : null),
        _ => null,
    };

    private static bool MayBeShown(EnvRule rule) => rule is { Sensitive: false, Type.IsPlain: true } && !SecretValues.IsNamed(rule.Name);

    private static string Shortened(string value) => value.Length > MostShown ? $"{value[..MostShown]}…" : value;

    private EnvKey KeyOf(EnvEntry entry, Dictionary<string, (EnvRule Rule, string Place)> rules)
    {
        var plain = entry.Value.Trim('"', '\'');
        var asked = rules.TryGetValue(entry.Name, out var found) ? found : default;
        var isSecret = SecretValues.IsNamed(entry.Name) || asked.Rule is { Sensitive: true };
        return new EnvKey(entry.Name, entry.Line)
        {
            RefersTo = entry.Value.StartsWith('\'') ? [] : [.. ComposeVariables.In(entry.Value).Select(use => use.Name)],
            Odd = OddValue.Of(entry.Raw.AsSpan(entry.ValueStart, entry.ValueLength).ToString()),
            IsSecret = isSecret && plain.Length > 0,
            IsPlaceholder = isSecret && SecretValues.IsPlaceholder(plain),
            Breaks = asked.Rule is { } rule ? Broken(entry, rule, asked.Place) : null,
            IsOtherInShell = variable(entry.Name) is { } here && !plain.Contains('$', StringComparison.Ordinal) && here != plain,
            IsBrokenAddress = BrokenAddress().IsMatch(plain),
        };
    }

    private IEnumerable<EnvKey> KeysOf(IReadOnlyList<EnvEntry> entries, Dictionary<string, (EnvRule Rule, string Place)> rules)
    {
        var before = new Dictionary<string, EnvEntry>();
        foreach (var entry in entries)
        {
            yield return KeyOf(entry, rules) with { OverridesLine = before.TryGetValue(entry.Name, out var first) && first.Value != entry.Value ? first.Line : null };
            before[entry.Name] = entry;
        }
    }

    private static IEnumerable<VariableUse> UsesIn(string line, string place) =>
        line.TrimStart().StartsWith('#') ? [] : ComposeVariables.In(line).Select(use => new VariableUse(
            use.Name, place, use.HasNoDefault, !use.InBraces && use.At > 0 && char.IsAsciiLetterOrDigit(line[use.At - 1])));

    private static IEnumerable<string> QuotedIn(string file, string[] lines) =>
        from line in lines.Index()
        let found = QuotedEntry().Match(line.Item)
        where found.Success
        select $"{PlaceOf(file, line.Index)}: {found.Groups["name"].Value}";

    private static string PlaceOf(string file, int at) => string.Create(CultureInfo.InvariantCulture, $"{file} line {at + 1}");

    private string Relative(string path) => Path.GetRelativePath(project.Directory, path);

    //   - GREETING="hello"
    [GeneratedRegex(@"^\s+-\s+(?<name>[A-Z_][A-Z0-9_]*)=(?<quote>[""']).*\k<quote>\s*$")]
    private static partial Regex QuotedEntry();

    // postgres://app:p@ss@db/app; what looks like a port with a path behind it is no password
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[^:/@\s]*:(?!\d+/)(?:[^@/\s]*[#?][^@\s]*|[^@\s]*/[^@\s]*|[^@\s]*@[^@/\s]*)@[^@\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex BrokenAddress();
}
