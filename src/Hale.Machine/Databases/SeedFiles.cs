using System.IO.Compression;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Databases;

/// <summary>The files with which a project fills its database: those that it names, or those that stand where such files usually do.</summary>
public sealed class SeedFiles(Project project)
{
    private const string UsualFolder = "seeds";
    private const int Most = 200;

    // A byte order mark.
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private static readonly string[] Usual = ["db/seed.sql", "seed.sql", "database/seed.sql"];

    /// <summary>Where such a file is looked for when none is named, in words.</summary>
    public static string Places => $"{string.Join(", ", Usual)} and {UsualFolder}/*.sql";

    /// <summary>The files, in order, relative to the project; none where nothing is named and nothing stands in the usual places.</summary>
    /// <exception cref="IOException">A file that is named is not there, is no ordinary file, or leads out of the project.</exception>
    public IReadOnlyList<string> Of(DatabaseWishes? wishes)
    {
        if (wishes is { SeedFiles: { Count: > 0 } named })
        {
            foreach (var file in named)
            {
                Demand(file);
            }

            return named;
        }

        return Usual.Where(IsThere).Take(1).ToList() is { Count: > 0 } usual ? usual : InFolder();
    }

    /// <summary>Opens a file as SQL in UTF-8, unpacked and without a byte order mark.</summary>
    /// <returns>The text, and what there is to know of it.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is packed, and not whole.</exception>
    public (Stream Sql, SeedText Text) Open(string file)
    {
        var path = Demand(file);
        using var whole = Text(path);
        return (Text(path), SeedText.Of(whole));
    }

    private IReadOnlyList<string> InFolder() => Directory.Exists(Path.Combine(project.Directory, UsualFolder))
        ? [.. Directory.EnumerateFiles(Path.Combine(project.Directory, UsualFolder), "*.sql").Select(path => $"{UsualFolder}/{Path.GetFileName(path)}").Where(IsThere).Order(StringComparer.Ordinal).Take(Most)]
        : [];

    private bool IsThere(string file) => InsideProject.PathOf(project, file) is { } path && new FileInfo(path) is { Exists: true, Length: > 0 };

    private string Demand(string file) =>
        InsideProject.PathOf(project, file) is not { } path ? throw new IOException(InsideProject.LeadsOut(file))
        : new FileInfo(path) is { Exists: true, Length: > 0 } ? path
        : throw new IOException($"'{file}' is {(File.Exists(path) ? "empty" : "not there")}");

    // What has no mark in front is opened once more, since not every stream can be read again.
    private static Stream Text(string path)
    {
        var head = new byte[Mark.Length];
        var text = Unpacked(path);
        if (text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(Mark))
        {
            return text;
        }

        text.Dispose();
        return Unpacked(path);
    }

    private static Stream Unpacked(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
