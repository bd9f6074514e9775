using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Machine.Projects;

/// <summary>Reads a folder's <c>package.json</c> and its lock, and compares them.</summary>
internal static partial class NodeProject
{
    private const long LargestFile = 64 << 20;

    private static readonly string[] Sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
    private static readonly string[] Others = ["yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "npm-shrinkwrap.json"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128 };

    /// <summary>The folder's facts, without its services.</summary>
    public static NodeFolder Read(string folder, string path)
    {
        var ignore = Path.Combine(folder, ".dockerignore");
        var seen = new NodeFolder
        {
            Path = path,
            OtherLocks = [.. Others.Where(name => File.Exists(Path.Combine(folder, name)))],
            Installed = Directory.Exists(Path.Combine(folder, "node_modules")),
            IgnoresModules = File.Exists(ignore) && File.ReadLines(ignore).Any(line => line.Trim().TrimEnd('/').EndsWith("node_modules", StringComparison.Ordinal) && !line.StartsWith('!')),
        };
        try
        {
            var text = TextOf(Path.Combine(folder, "package.json"));
            using var package = JsonDocument.Parse(text, Strict);
            return ReadLock(folder, WithPackage(seen, package.RootElement) with { ViteScripts = [.. ViteScriptsIn(package.RootElement, text)] }, package.RootElement);
        }
        catch (JsonException wrong)
        {
            return ReadLock(folder, seen with { PackageBroken = FirstSentence(wrong.Message), PackageBrokenLine = LineOf(wrong) }, null);
        }
    }

    private static NodeFolder WithPackage(NodeFolder seen, JsonElement package) => seen with
    {
        WantsNode = Text(Member(package, "engines"), "node"),
        PackageManager = Text(package, "packageManager"),
        Dependencies = [.. Names(package, "dependencies"), .. Names(package, "optionalDependencies")],
        DevelopmentDependencies = [.. Names(package, "devDependencies")],
        Scripts = [.. Names(package, "scripts")],
    };

    private static IEnumerable<ViteScript> ViteScriptsIn(JsonElement package, string text) =>
        from script in Entries(package, "scripts")
        where script.Value.ValueKind is JsonValueKind.String
        let commands = Between().Split(script.Value.GetString()!)
        where Array.Exists(commands, StartsVite().IsMatch)
        let line = Array.FindIndex(text.Split('\n'), line => line.Contains($"\"{script.Name}\"", StringComparison.Ordinal) && StartsVite().IsMatch(line))
        select new ViteScript(script.Name, line + 1, StartsVite().IsMatch(commands[^1]));

    private static NodeFolder ReadLock(string folder, NodeFolder seen, JsonElement? package)
    {
        var file = Path.Combine(folder, "package-lock.json");
        if (!File.Exists(file))
        {
            return seen with { Lock = NpmLockState.Missing };
        }

        var text = TextOf(file);
        if (text.Trim().Length == 0)
        {
            return seen with { Lock = NpmLockState.Empty };
        }

        if (Array.FindIndex(text.Split('\n'), line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal)) is >= 0 and var marker)
        {
            return seen with { Lock = NpmLockState.Unmerged, LockLine = marker + 1 };
        }

        try
        {
            using var kept = JsonDocument.Parse(text, Strict);
            var root = kept.RootElement;
            return seen with
            {
                Lock = NpmLockState.Whole,
                LockVersion = Member(root, "lockfileVersion") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : null,
                NotInLock = package is { } wants ? [.. NotIn(root, wants, ""), .. InWorkspaces(folder, root)] : [],
            };
        }
        catch (JsonException wrong)
        {
            return seen with { Lock = NpmLockState.Broken, LockLine = LineOf(wrong) };
        }
    }

    // The lock repeats what each package.json wanted when it was written, under its folder: "" for the project's own, "packages/web" for a workspace.
    private static IEnumerable<string> NotIn(JsonElement kept, JsonElement wants, string key)
    {
        var entry = Member(Member(kept, "packages"), key);
        var old = Member(kept, "packages") is null;
        return
        [
            .. from section in Sections
               where !old || section is "dependencies" or "devDependencies"
               from wanted in Entries(wants, section)
               let locked = old ? Member(Member(kept, "dependencies"), wanted.Name) : Member(Member(entry, section), wanted.Name)
               where locked is null || (!old && locked.Value.ToString() != wanted.Value.ToString())
               select $"{wanted.Name}@{wanted.Value}",
        ];
    }

    private static IEnumerable<string> InWorkspaces(string folder, JsonElement kept) =>
        from entry in Entries(kept, "packages")
        where entry.Name.Length > 0 && !entry.Name.Contains("node_modules", StringComparison.Ordinal) && !entry.Name.Contains("..", StringComparison.Ordinal)
        let file = Path.Combine(folder, entry.Name, "package.json")
        where File.Exists(file)
        from lacking in OfWorkspace(file, kept, entry.Name)
        select lacking;

    private static IEnumerable<string> OfWorkspace(string file, JsonElement kept, string key)
    {
        try
        {
            using var package = JsonDocument.Parse(TextOf(file), Strict);
            return NotIn(kept, package.RootElement, key);
        }
        catch (JsonException)
        {
            // npm refuses such a workspace by itself, and names it.
            return [];
        }
    }

    private static JsonElement? Member(JsonElement? thing, string name) =>
        thing is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? thing, string name) => Member(thing, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonProperty[] Entries(JsonElement thing, string section) =>
        Member(thing, section) is { ValueKind: JsonValueKind.Object } entries ? [.. entries.EnumerateObject()] : [];

    private static IEnumerable<string> Names(JsonElement thing, string section) => Entries(thing, section).Select(entry => entry.Name);

    private static string TextOf(string file) =>
        new FileInfo(file).Length > LargestFile ? throw new IOException($"{Path.GetFileName(file)} is larger than {LargestFile >> 20} MiB") : File.ReadAllText(file);

    // vite      node_modules/.bin/vite dev --port 3000
    [GeneratedRegex(@"(?:^|[\s/""])vite(?!\s+(?:build|preview|optimize)\b)(?=[\s""]|$)")]
    private static partial Regex StartsVite();

    [GeneratedRegex(@"&&|\|\||[;&|<>]")]
    private static partial Regex Between();

    private static int? LineOf(JsonException wrong) => wrong.LineNumber is { } line ? (int)line + 1 : null;

    // "'}' is an invalid start of a property name. Expected a '"'. LineNumber: 3 | BytePositionInLine: 2."
    private static string FirstSentence(string message) => message.Split(". ")[0].TrimEnd('.');
}
