using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>
/// A digest of everything that a model is made of: the files, the variables that they mention, those that steer Compose and Docker,
/// what was asked for, and the tools.
/// </summary>
internal sealed class ModelKey(Project project, string tools, IReadOnlyDictionary<string, string> environment)
{
    // Counted up when the model that is kept says more than before.
    private const string Shape = "2";

    // What is larger is told apart by its size and time.
    private const int LargestRead = 1 << 20;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>This process's environment, as the children see it in the project's folder.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(Project project)
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        // A shell sets "_" anew for each command.
        variables.Remove("_");
        variables["PWD"] = project.Directory;
        return variables;
    }

    public string Of(IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Shape, tools);
        Add(hash, project.Directory, project.Name ?? "", string.Join('\n', project.Files), string.Join('\n', project.Profiles));

        var contents = new List<byte[]>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            Add(hash, path);
            contents.Add(AddFile(hash, path));
        }

        foreach (var (name, value) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (Steers(name) || contents.Exists(content => Mentions(content, Encoding.UTF8.GetBytes(name))))
            {
                Add(hash, name, value);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool Steers(string name) =>
        name is "HOME" || name.StartsWith("COMPOSE_", StringComparison.Ordinal) || name.StartsWith("DOCKER_", StringComparison.Ordinal);

    private static byte[] AddFile(IncrementalHash hash, string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                Add(hash, Directory.Exists(path) ? "folder" : "nothing");
                return [];
            }

            if (file.Length > LargestRead)
            {
                Add(hash, file.Length.ToString(CultureInfo.InvariantCulture), file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture));
                return [];
            }

            // A pipe has no length, and its reader waits for a writer.
            var content = file.Length == 0 ? [] : File.ReadAllBytes(path);
            Add(hash, content.Length.ToString(CultureInfo.InvariantCulture));
            hash.AppendData(content);
            return content;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Add(hash, "unreadable");
            return [];
        }
    }

    /// <summary>True when the name stands in the text as a word, which is how a variable is used whatever the syntax around it.</summary>
    private static bool Mentions(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        for (var from = 0; text[from..].IndexOf(name) is var at and >= 0; from += at + 1)
        {
            var start = from + at;
            var end = start + name.Length;
            if ((start == 0 || !NameBytes.Contains(text[start - 1])) && (end == text.Length || !NameBytes.Contains(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }
    }
}
