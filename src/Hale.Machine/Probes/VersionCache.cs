using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Probes;

/// <summary>The versions of programs, remembered by path, size and time of change, so that a run with nothing to do starts no program.</summary>
public sealed class VersionCache(IStateFolder folder)
{
    private const string FileName = "cache/tools.json";

    private readonly Lock _gate = new();
    private Dictionary<string, string>? _known;
    private bool _changed;

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
            if (_changed)
            {
                folder.TryWrite(FileName, JsonSerializer.Serialize(Known, VersionJson.Default.DictionaryStringString));
                _changed = false;
            }
        }
    }

    private Dictionary<string, string> Known => _known ??= Read();

    private Dictionary<string, string> Read()
    {
        try
        {
            return folder.ReadKept(FileName) is { } text ? JsonSerializer.Deserialize(text, VersionJson.Default.DictionaryStringString) ?? [] : [];
        }
        catch (JsonException)
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
