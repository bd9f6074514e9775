namespace Hale.Machine.Environments.Code;

/// <summary>What a file of the project is to whoever asks for environment variables.</summary>
internal enum SourceKind
{
    /// <summary>Of no interest.</summary>
    None,

    Python,

    JavaScript,

    Dockerfile,

    /// <summary>A Compose file.</summary>
    Compose,

    /// <summary>A shell script or the like that starts programs.</summary>
    Script,

    /// <summary>Says what a program is made of and how it is started, such as <c>package.json</c>.</summary>
    Manifest,

    /// <summary>An environment file or a template of one.</summary>
    Environment,

    /// <summary>Text that may name a variable: another language, settings, templates of settings.</summary>
    Other,
}

/// <summary>Knows files by their names.</summary>
internal static class SourceKinds
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bower_components", "vendor", "venv", "env", "virtualenv", "site-packages", "__pycache__", "dist", "build", "out", "target", "coverage", "htmlcov",
        "test", "tests", "__tests__", "__mocks__", "testing", "spec", "specs", "e2e", "cypress", "playwright", "fixtures", "__fixtures__",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ".go", ".rb", ".php", ".java", ".kt", ".rs", ".cs", ".ex", ".exs", ".scala", ".lua", ".pl", ".c", ".cpp", ".swift", ".yml", ".yaml", ".toml", ".conf", ".cfg", ".ini", ".template",
        ".tmpl", ".tpl", ".j2", ".properties", ".json", ".sql", ".tf", ".hcl", ".html", ".xml", ".graphql", ".prisma", ".mk",
    };

    /// <summary>True for a folder whose files run in no service: tests, what others wrote, what was made from something else, and what is hidden.</summary>
    public static bool IsSkipped(string folder) => folder.StartsWith('.') || Folders.Contains(folder) || folder.EndsWith(".egg-info", StringComparison.Ordinal);

    public static SourceKind Of(string name)
    {
        if (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal) || (name.Contains(".env.", StringComparison.Ordinal) && Path.GetExtension(name) is ".example" or ".template" or ".sample" or ".dist"))
        {
            return SourceKind.Environment;
        }

        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".py" => IsTest(name) ? SourceKind.None : SourceKind.Python,
            ".js" or ".mjs" or ".cjs" or ".jsx" or ".ts" or ".mts" or ".cts" or ".tsx" or ".vue" or ".svelte" =>
                IsTest(name) || name.Contains(".min.", StringComparison.Ordinal) || name.EndsWith(".d.ts", StringComparison.Ordinal) ? SourceKind.None : SourceKind.JavaScript,
            ".dockerfile" or ".containerfile" => SourceKind.Dockerfile,
            ".sh" or ".bash" => SourceKind.Script,
            ".yml" or ".yaml" when name.Contains("compose", StringComparison.OrdinalIgnoreCase) => SourceKind.Compose,
            _ when name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Containerfile", StringComparison.OrdinalIgnoreCase) => SourceKind.Dockerfile,
            _ when name is "Procfile" or "Makefile" or "justfile" or "supervisord.conf" || name.Contains("entrypoint", StringComparison.OrdinalIgnoreCase) => SourceKind.Script,
            _ when name is "package.json" or "pyproject.toml" or "Pipfile" or "setup.cfg" || name.StartsWith("requirements", StringComparison.Ordinal) => SourceKind.Manifest,
            var ending => Others.Contains(ending) && name is not "package-lock.json" ? SourceKind.Other : SourceKind.None,
        };
    }

    private static bool IsTest(string name) =>
        name.StartsWith("test_", StringComparison.Ordinal) || name is "conftest.py" or "tests.py" || name.EndsWith("_test.py", StringComparison.Ordinal)
        || name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal) || name.Contains(".stories.", StringComparison.Ordinal);
}
