using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>A program's file or module, as something that starts it names it.</summary>
/// <param name="Name">A path such as <c>app/main.py</c>, or a module such as <c>app.main</c>.</param>
/// <param name="From">The folder in which it is looked for first, with a <c>/</c> behind it.</param>
/// <param name="IsModule">True for a module.</param>
/// <param name="IsProgram">True when it is started as a program and not only loaded by one.</param>
internal sealed record StartWord(string Name, string From, bool IsModule, bool IsProgram);

/// <summary>Finds in Dockerfiles, Compose files and what these call which programs are started.</summary>
internal static partial class StartWords
{
    /// <summary>The programs that the texts start.</summary>
    public static IEnumerable<StartWord> In(IReadOnlyList<StartText> texts)
    {
        var told = texts.Where(text => text.Kind is SourceKind.Dockerfile or SourceKind.Compose).ToList();
        var commands = told.SelectMany(text => Commands(text).Select(line => (text.Folder, Line: line))).ToList();
        foreach (var script in texts.Where(text => text.Kind is SourceKind.Script && IsCalled(text, told)))
        {
            commands.AddRange(script.Lines.Select(line => (script.Folder, line)));
        }

        foreach (var manifest in texts.Where(text => text.Kind is SourceKind.Manifest))
        {
            commands.AddRange(Called(manifest, commands).ToList());
        }

        return commands.SelectMany(command => WordsOf(command.Line, command.Folder)).Distinct();
    }

    /// <summary>False for a script that no Dockerfile and no Compose file names.</summary>
    public static bool IsCalled(StartText text, IReadOnlyList<StartText> texts) =>
        text.Kind is not SourceKind.Script || texts.Any(other => other.Kind is SourceKind.Dockerfile or SourceKind.Compose && other.Text.Contains(text.Path[text.Folder.Length..], StringComparison.Ordinal));

    private static IEnumerable<string> Commands(StartText text) => text.Kind is SourceKind.Dockerfile
        ? text.Lines.Where(line => Instruction().IsMatch(line))
        : text.Lines.Where(line => !NoCommand().IsMatch(line));

    // "start": "node index.js" where something runs npm; serve = "app.main:run" where something runs serve
    private static IEnumerable<(string Folder, string Line)> Called(StartText manifest, List<(string Folder, string Line)> commands)
    {
        if (manifest.Path.EndsWith("package.json", StringComparison.Ordinal))
        {
            return commands.Exists(command => PackageRunner().IsMatch(command.Line))
                ? NodeScript().Matches(manifest.Text).Select(found => (manifest.Folder, found.Groups["line"].Value))
                : [];
        }

        var words = commands.SelectMany(command => Word().Matches(command.Line)).Select(word => word.Value).ToHashSet();
        return PythonScript().Matches(manifest.Text).Where(found => words.Contains(found.Groups["name"].Value)).Select(found => (manifest.Folder, found.Groups["line"].Value));
    }

    private static IEnumerable<StartWord> WordsOf(string line, string folder) =>
    [
        .. FileName().Matches(line).Select(found => new StartWord(found.Value, folder, IsModule: false, IsProgram: true)),
        .. Program().Matches(line).Select(found => new StartWord(found.Groups["name"].Value, folder, IsModule: true, IsProgram: true)),
        .. Loaded().Matches(line).Select(found => new StartWord(found.Groups["name"].Value, folder, IsModule: true, IsProgram: false)),
    ];

    [GeneratedRegex(@"^\s*(?:CMD|ENTRYPOINT|HEALTHCHECK)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    // image: app:1      - ./settings.py:/app/settings.py
    [GeneratedRegex("""^\s*(?:-\s*)?(?:image|source|target|dockerfile|context|path|file)\s*:|^\s*-\s*["']?[\w.~/$-]+:["']?[/$]""")]
    private static partial Regex NoCommand();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:npm|yarn|pnpm)\b")]
    private static partial Regex PackageRunner();

    [GeneratedRegex(@"""(?:start|dev|serve)(?::\w+)?""\s*:\s*""(?<line>[^""\n]{1,500})""")]
    private static partial Regex NodeScript();

    [GeneratedRegex("""^[ \t]*"?(?<name>[\w-]+)"?[ \t]*=[ \t]*"(?<line>[A-Za-z_][\w.]*:[A-Za-z_][\w.]*)"[ \t\r]*$""", RegexOptions.Multiline)]
    private static partial Regex PythonScript();

    [GeneratedRegex(@"(?>[\w./-]+)(?<=\.(?:py|js|mjs|cjs|ts|mts|tsx))(?!\w)")]
    private static partial Regex FileName();

    // python -m app.main; ["python", "-m", "app"]
    [GeneratedRegex("""(?<![\w-])-m["',\s]{1,8}(?<name>[A-Za-z_][\w.]*)""")]
    private static partial Regex Program();

    // app.main:app, celery -A app.worker, flask --app app
    [GeneratedRegex("""(?<![\w./:-])(?<name>(?>[A-Za-z_][\w.]*)):(?=[A-Za-z_])|(?<![\w-])(?:-A|--app)[="',\s]{1,8}(?<name>[A-Za-z_][\w.]*)""")]
    private static partial Regex Loaded();
}
