using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments.Code;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments;

/// <summary>A project's environment as a person works with it: what it asks for, how its places differ, and single values to set.</summary>
/// <param name="project">The project.</param>
/// <param name="journal">Keeps the original of what is changed.</param>
/// <param name="variable">Gives the value of an environment variable of this process.</param>
/// <param name="redact">Takes passwords and the like out of a value that is told, such as those within addresses.</param>
public sealed class ProjectEnvironment(Project project, IJournal journal, Func<string, string?> variable, Func<string, string> redact)
{
    private const string FileName = ".env";
    private const int LongestTold = 60;

    /// <summary>True where there is anything that could have an environment: a Compose file, an environment file or a template of one.</summary>
    public bool IsThere => ComposeFiles.Of(project).Count > 0 || Path.Combine(project.Directory, FileName) is var file && (Path.Exists(file) || EnvTemplates.Of(file) is not null);

    /// <summary>What the project asks for, by the decorators of its template, by its Compose files and by the values that the template gives.</summary>
    public EnvConfig Config()
    {
        var sources = EnvSources.Of(project);
        var required = sources.Names.Where(name => IsRequired(name, sources)).ToList();
        return new EnvConfig
        {
            Required = required,
            Optional = sources.Names.Except(required).ToDictionary(name => name, name => sources.IsSecret(name) ? "" : redact(DefaultOf(name, sources) ?? "")),
            Validation = sources.Rules.Values.Where(rule => rule.Type is not null).ToDictionary(rule => rule.Name, rule => rule.Type!.Allowed),
            Secrets = [.. sources.Names.Where(sources.IsSecret)],
        };
    }

    /// <summary>Every variable with what each place says of it, the code too.</summary>
    public IReadOnlyList<EnvRow> Table(CancellationToken stop)
    {
        var sources = EnvSources.Of(project);
        var code = CodeSight.Of(project, sources.UnusedByCompose, stop);
        var reads = code.Facts.Reads.GroupBy(read => read.Name).ToDictionary(same => same.Key, same => same.FirstOrDefault(read => read.Needed) ?? same.First());
        return
        [
            .. sources.Names.Union(reads.Keys).Order(StringComparer.Ordinal).Select(name => RowOf(name, sources) is var row && reads.TryGetValue(name, out var read)
                ? row with { ReadIn = string.Create(CultureInfo.InvariantCulture, $"{read.File} line {read.Line}") }
                : row with { Differs = code.Unmentioned.Contains(name) ? Also(row.Differs, "neither a Compose file nor the code uses it") : row.Differs }),
        ];
    }

    /// <summary>Gives variables new values in <c>.env</c>, which is made where it is missing. Not a byte elsewhere changes; the journal has the original.</summary>
    /// <param name="values">The values by their names; null stands for a new secret.</param>
    public Receipt Set(IReadOnlyDictionary<string, string?> values)
    {
        var sources = EnvSources.Of(project);
        var given = values.ToDictionary(pair => pair.Key, pair => pair.Value ?? SecretValues.New());
        foreach (var (name, value) in given)
        {
            if (sources.Rules.TryGetValue(name, out var rule) && Objection(rule, value) is { } wrong)
            {
                return new Receipt(false, wrong);
            }
        }

        if (InsideProject.PathOf(project, FileName) is not { } path)
        {
            return new Receipt(false, InsideProject.LeadsOut(FileName));
        }

        if (Directory.Exists(path) || (File.Exists(path) && !HandWritten.IsOne(path)))
        {
            return new Receipt(false, $"{FileName} is {(Directory.Exists(path) ? "a folder" : new FileInfo(path).Length > HandWritten.LargestFile ? "larger than any that a person writes" : "a pipe or a device")}; nothing was set");
        }

        var act = new SetVariables(FileName, [.. given.Keys], "asked for with `hale env set`");
        var entry = journal.Begin(new Finding("env-set", FileName, act.Because), act);
        var receipt = new Receipt(false, "interrupted");
        try
        {
            var before = File.Exists(path) && new FileInfo(path).Length > 0 ? File.ReadAllBytes(path) : [];
            WholeFile.Put(project, path, EnvEdit.Set(before, given), WholeFile.RightsOf(path) ?? (UnixFileMode.UserRead | UnixFileMode.UserWrite), overwrite: true);
            receipt = new Receipt(true, act.Says) { Undo = "hale undo" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or FormatException)
        {
            receipt = new Receipt(false, $"{FileName} stays as it is: {refusal.Message}");
        }
        finally
        {
            journal.End(entry, receipt);
        }

        return receipt;
    }

    // What a template gives a value gets it when the file is made from it; what Compose has a default for needs none.
    private static bool IsRequired(string name, EnvSources sources)
    {
        var uses = sources.Uses.Where(use => use.Name == name).ToList();
        return (sources.Rules.TryGetValue(name, out var rule) && rule.Required)
            || uses.Exists(use => use.MustBeSet)
            || (uses.Exists(use => use.HasNoDefault) && DefaultOf(name, sources) is null or "");
    }

    private static string? DefaultOf(string name, EnvSources sources) =>
        sources.Templates.TryGetValue(name, out var entry) && EnvText.Plain(entry.Value) is { Length: > 0 } given ? given
        : sources.Uses.FirstOrDefault(use => use.Name == name && use.Default is not null)?.Default;

    private static string? Objection(EnvRule rule, string value) =>
        value.Length == 0 && rule.Required ? $"{rule.Name} needs a value"
        : value.Length > 0 && rule.Type is { } type && !type.Allows(value) ? $"{rule.Name} cannot have that value; allowed is {type.Allowed}"
        : null;

    private EnvRow RowOf(string name, EnvSources sources)
    {
        var template = ValueIn(sources.Templates, name);
        var file = ValueIn(sources.Own, name);
        var shell = variable(name);
        var uses = sources.Uses.Where(use => use.Name == name).ToList();
        var secret = sources.IsSecret(name);
        return new EnvRow(name, secret)
        {
            Template = Told(template, secret),
            File = Told(file, secret),
            Default = Told(uses.FirstOrDefault(use => use.Default is not null)?.Default, secret),
            Shell = Told(shell, secret),
            IsUsed = uses.Count > 0,
            Differs = (template, file, shell) switch
            {
                (_, { } own, { } here) when own != here => "the shell has another value, and Compose takes that",
                (_, null, { }) when uses.Count > 0 => "only the shell has it",
                (not null, null, null) => $"only {Path.GetFileName(sources.Template)} has it",
                (null, null, null) when uses.Exists(use => use.HasNoDefault) => "a Compose file uses it, and nothing gives it a value",
                (null, not null, _) when sources.Template is not null && uses.Count == 0 => "only .env has it",
                ({ } wanted, { } own, _) when wanted != own && !secret => "another value than in the template",
                _ => "",
            },
        };
    }

    private static string Also(string first, string more) => first.Length == 0 ? more : $"{first}, and {more}";

    private static string? ValueIn(IReadOnlyDictionary<string, EnvEntry> entries, string name) =>
        entries.TryGetValue(name, out var entry) ? EnvText.Plain(entry.Value) ?? entry.Value : null;

    private string? Told(string? value, bool secret) =>
        value is null ? null : secret ? value.Length == 0 ? "" : EnvRow.NotTold : Shortened(redact(value));

    private static string Shortened(string value) => value.Length > LongestTold ? $"{value[..LongestTold]}…" : value;
}
