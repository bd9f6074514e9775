using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>Who but Compose may give the code its variables: Dockerfiles, start scripts, the code itself, environment files that the code reads.</summary>
internal sealed partial class Givers
{
    // Python's and JavaScript's ways to read an environment file, in sources and in lists of packages.
    private static readonly string[] PythonLoaders = ["dotenv", "read_env", "env_file", "decouple", "dynaconf", "pipenv", "environs", "honcho", "starlette.config", "--env-file"];
    private static readonly string[] JavaScriptLoaders = ["dotenv", "env-cmd", "--env-file", "loadEnv", "@nestjs/config"];

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourceKind, Dictionary<string, string>> _set = new() { [SourceKind.Python] = new(StringComparer.OrdinalIgnoreCase), [SourceKind.JavaScript] = new(StringComparer.OrdinalIgnoreCase) };
    private readonly Dictionary<SourceKind, string> _loader = [];
    private readonly Dictionary<SourceKind, string> _anything = [];
    private readonly Dictionary<string, string> _inFiles = new(StringComparer.OrdinalIgnoreCase);
    private bool _hasFiles;

    /// <summary>Notes what a Dockerfile, a Compose file, a script or a list of packages gives.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isCalled">True when containers come to it; other scripts give them nothing but what they name.</param>
    public void Note(StartText text, bool isCalled)
    {
        var profiles = text.Kind is SourceKind.Compose && Profiles().IsMatch(text.Text);
        foreach (var line in text.Lines)
        {
            // Who starts a service of a profile that is not active now may give it more than is seen.
            var given = profiles ? AnyName().Matches(line) : text.Kind is SourceKind.Compose ? InCommand().Matches(line) : text.Kind is SourceKind.Manifest ? BeforeCommand().Matches(line) : Assigned().Matches(line);
            foreach (var name in given.Select(found => found.Groups["name"].Value))
            {
                _names.TryAdd(name, $"{text.Path} sets it");
            }

            if (isCalled && (Injecting().IsMatch(line) || (text.Kind is not SourceKind.Manifest && !Building().IsMatch(line) && Sourcing().IsMatch(line))))
            {
                NoteAnything($"{text.Path} may set it", SourceKind.Python, SourceKind.JavaScript);
            }
        }

        var isNode = text.Path.EndsWith("package.json", StringComparison.Ordinal);
        if (text.Kind is SourceKind.Manifest ? !isNode && Mentions(text.Text, PythonLoaders) : Starting().IsMatch(text.Text))
        {
            _loader.TryAdd(SourceKind.Python, text.Path);
        }

        if (text.Kind is SourceKind.Manifest ? isNode && NodeLoader().IsMatch(text.Text) : Starting().IsMatch(text.Text))
        {
            _loader.TryAdd(SourceKind.JavaScript, text.Path);
        }
    }

    /// <summary>Notes what a source file sets, or reads from environment files.</summary>
    public void Note(SourceFile file, string text, SourceReads reads)
    {
        foreach (var name in reads.Sets)
        {
            _set[file.Kind].TryAdd(name, $"{file.Path} sets it");
        }

        if (reads.SetsOthers)
        {
            NoteAnything($"{file.Path} sets variables by names that do not stand there", file.Kind);
        }

        if (Mentions(text, file.Kind is SourceKind.Python ? PythonLoaders : JavaScriptLoaders))
        {
            _loader.TryAdd(file.Kind, file.Path);
        }
    }

    /// <summary>True when an environment file has the variable.</summary>
    public bool IsInFile(string name) => _inFiles.ContainsKey(name);

    /// <summary>Notes an environment file or a template of one.</summary>
    public void NoteFile(string path, string text)
    {
        _hasFiles = true;
        foreach (Match entry in Entry().Matches(text))
        {
            _inFiles.TryAdd(entry.Groups["name"].Value, path);
        }
    }

    /// <summary>Whence code of this kind may have the variable; null when nothing of the kind was seen.</summary>
    public string? Of(SourceKind kind, string name) =>
        _names.GetValueOrDefault(name) ?? _set[kind].GetValueOrDefault(name) ?? _anything.GetValueOrDefault(kind)
        ?? (!_loader.TryGetValue(kind, out var loader) ? null
        : _inFiles.TryGetValue(name, out var file) ? $"{file} has it, and {loader} has to do with such files"
        : _hasFiles ? null : $"{loader} has to do with environment files, and there is none here");

    private void NoteAnything(string why, params ReadOnlySpan<SourceKind> kinds)
    {
        foreach (var kind in kinds)
        {
            _anything.TryAdd(kind, why);
        }
    }

    private static bool Mentions(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    // ENV NAME value, ENV A=1 B=2, ARG NAME, export NAME, NAME=value command
    [GeneratedRegex(@"^\s*(?:ENV|ARG)\s+(?<name>[A-Za-z_]\w*)|\bexport\s+(?<name>[A-Za-z_]\w*)|(?<![\w$-])(?<name>(?>[A-Za-z_]\w*))=", RegexOptions.IgnoreCase)]
    private static partial Regex Assigned();

    // command: sh -c "NAME=value python app.py"; an entry of a list under environment is the model's to tell.
    [GeneratedRegex("""\bexport\s+(?<name>[A-Za-z_]\w*)|(?<!^\s*-\s*["']?)(?<![\w$-])(?<name>(?>[A-Za-z_]\w*))=""")]
    private static partial Regex InCommand();

    // "start": "NODE_ENV=production node index.js"
    [GeneratedRegex("""(?<=["\s])(?<name>(?>[A-Za-z_]\w*))=""")]
    private static partial Regex BeforeCommand();

    // NAME=value, export NAME = value; one that stands within another's value is taken for an entry too
    [GeneratedRegex(@"^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_]\w*)[ \t]*[=:]", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]\w*)\b")]
    private static partial Regex AnyName();

    [GeneratedRegex(@"^\s+profiles\s*:", RegexOptions.Multiline)]
    private static partial Regex Profiles();

    [GeneratedRegex(@"\b(?:doppler|infisical|chamber|envconsul|consul-template|aws-vault|sops|teller|berglas|summon|envdir|envkey-source|direnv|dotenvx)\b|\bop\s+run\b|\bvault\s+(?:agent|kv|read)\b")]
    private static partial Regex Injecting();

    // . ./.env && …; set -a; export "$name"; eval …
    [GeneratedRegex("""(?:^|[;&|"'(]|\bthen|\bdo)\s*(?:\.|source)\s+["']?[\w/.~$]|\bset\s+-\w*a|\ballexport\b|\beval\b|\bexport\s+["']?\$""")]
    private static partial Regex Sourcing();

    [GeneratedRegex(@"^\s*RUN\s", RegexOptions.IgnoreCase)]
    private static partial Regex Building();

    [GeneratedRegex(@"\b(?:pipenv|honcho|foreman|dotenv|bun|env-cmd)\b|--env-file")]
    private static partial Regex Starting();

    // Frameworks that read .env themselves.
    [GeneratedRegex("""\"(?:dotenv[\w-]*|env-cmd|next|vite|nuxt|react-scripts|astro|gatsby|parcel|@sveltejs/kit|@vue/cli-service|@nestjs/config|@next/env|@remix-run/\w+)"\s*:|--env-file|\bbun\b""")]
    private static partial Regex NodeLoader();
}
