using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>The versions of programs, remembered by path, size and time of change, so that a run with nothing to do starts no program.</summary>
public sealed class VersionCache(Project project)
{
    private readonly Lock _gate = new();
    private Dictionary<string, string>? _known;
    private bool _changed;

    private string PathOfIt => Path.Combine(project.State, "cache", "tools.json");

    /// <summary>Null when the program is not known, or is another one by now.</summary>
    public string? Of(string? program)
    {
        lock (_gate)
        {
            return program is null ? null : Known.GetValueOrDefault(KeyOf(program));
        }
    }

    public void Keep(string? program, string? version)
    {
        lock (_gate)
        {
            if (program is not null && version is not null)
            {
                Known[KeyOf(program)] = version;
                _changed = true;
            }
        }
    }

    /// <summary>Writes what was learnt. A folder that cannot be written costs time at the next run and nothing else.</summary>
    public void Save()
    {
        lock (_gate)
        {
            if (!_changed)
            {
                return;
            }

            try
            {
                StateFolder.Make(project);
                Directory.CreateDirectory(Path.GetDirectoryName(PathOfIt)!);
                File.WriteAllText(PathOfIt, JsonSerializer.Serialize(Known, VersionJson.Default.DictionaryStringString));
                _changed = false;
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                _changed = false;
            }
        }
    }

    private Dictionary<string, string> Known => _known ??= Read();

    private Dictionary<string, string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOfIt), VersionJson.Default.DictionaryStringString) ?? [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static string KeyOf(string program)
    {
        var file = new FileInfo(program);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return string.Create(CultureInfo.InvariantCulture, $"{program}|{(target.Exists ? target.Length : 0)}|{target.LastWriteTimeUtc.Ticks}");
    }
}

/// <summary>The cache's JSON, written by the compiler.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class VersionJson : JsonSerializerContext;
