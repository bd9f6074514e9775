using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>What a source file loads whenever it is loaded itself.</summary>
/// <param name="Paths">The files that it may mean, without the folder in front.</param>
/// <param name="Up">How many folders above the file's own the paths begin; null where they begin in any folder above.</param>
internal sealed record Import(IReadOnlyList<string> Paths, int? Up);

/// <summary>Reads the imports of a Python file that stand at the start of a line, and so under no condition.</summary>
internal static partial class PythonImports
{
    /// <param name="text">The file's text.</param>
    /// <param name="byText">True when modules count too that are named within quotes, where a framework is known to load them.</param>
    public static IEnumerable<Import> Of(string text, bool byText)
    {
        var masked = PythonMask.Of(text);
        foreach (Match found in From().Matches(masked.Code))
        {
            var dots = found.Groups["dots"].Length;
            var module = Folder(found.Groups["module"].Value);
            var names = Name().Matches(found.Groups["names"].Value).Select(name => name.Value);
            yield return new Import([.. Files(module), .. names.SelectMany(name => Files(module.Length == 0 ? name : $"{module}/{name}"))], dots > 0 ? dots - 1 : null);
        }

        foreach (Match found in Plain().Matches(masked.Code))
        {
            yield return new Import([.. Module().Matches(found.Groups["modules"].Value).SelectMany(name => Files(Folder(name.Groups["name"].Value)))], null);
        }

        foreach (var found in byText ? Text().Matches(text).AsEnumerable() : [])
        {
            yield return new Import([.. Files(Folder(found.Groups["module"].Value))], null);
        }
    }

    private static string Folder(string module) => module.Replace('.', '/');

    private static IEnumerable<string> Files(string path) => path.Length == 0 ? ["__init__.py"] : [path + ".py", path + "/__init__.py"];

    // from app.settings import KEY, from . import settings, from ..core import (a, b)
    [GeneratedRegex(@"^from[ \t]+(?<dots>\.{0,9})[ \t]*(?<module>(?:[A-Za-z_][\w.]*)?)[ \t]+import[ \t]*(?<names>\([^)]{0,2000}\)|[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex(@"^import[ \t]+(?<modules>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<=^|,)\s*(?<name>[A-Za-z_][\w.]*)")]
    private static partial Regex Module();

    [GeneratedRegex(@"(?<!\bas\s)\b[A-Za-z_]\w*")]
    private static partial Regex Name();

    // os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings"); uvicorn.run("app.main:app")
    [GeneratedRegex("""(?:["']DJANGO_SETTINGS_MODULE["']\s?,\s?|\buvicorn\.run\(\s?)["'](?<module>[A-Za-z_][\w.]*)""")]
    private static partial Regex Text();
}

/// <summary>Reads the imports of a file of JavaScript: those of the project's own files, which are named by their paths.</summary>
internal static partial class JavaScriptImports
{
    private static readonly string[] Endings = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".tsx", ".jsx", "/index.js", "/index.mjs", "/index.ts", "/index.tsx"];

    public static IEnumerable<Import> Of(string text)
    {
        foreach (Match found in Statement().Matches(text))
        {
            var parts = found.Groups["path"].Value.Split('/');
            var up = parts.Count(part => part is "..");
            var path = string.Join('/', parts.Where(part => part is not "." and not ".." and not ""));
            yield return new Import([.. Endings.Select(ending => path + ending), Path.ChangeExtension(path, ".ts")], up);
        }
    }

    // import x from "./settings.js"; const x = require("../settings"); at the start of a line, so under no condition
    [GeneratedRegex("""^(?:import\b[^"'`;]{0,500}|export\b[^"'`;=(]{0,500}\bfrom\s+|(?:const|let|var)\b[^"'`;=]{1,500}=\s?require\(\s?|require\(\s?)["'](?<path>\.{1,2}/[^"'\n]{1,300})["']""", RegexOptions.Multiline)]
    private static partial Regex Statement();
}
