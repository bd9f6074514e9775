using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Commands;

/// <summary>The options of every command that say which project is meant, as Compose understands them.</summary>
internal sealed class GlobalOptions
{
    private static readonly string[] UsualFiles = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private readonly Option<string?> _directory = new("--directory", "-C") { Description = "Work as if started in this folder", HelpName = "folder", Recursive = true };
    private readonly Option<string[]> _files = new("--file", "-f") { Description = "A Compose file; can be given more than once", HelpName = "file", Recursive = true };
    private readonly Option<string[]> _profiles = new("--profile") { Description = "A profile to activate; can be given more than once", HelpName = "name", Recursive = true };
    private readonly Option<string?> _name = new("--project-name", "-p") { Description = "The Compose project name", HelpName = "name", Recursive = true };

    public void AddTo(Command root)
    {
        root.Options.Add(_directory);
        root.Options.Add(_files);
        root.Options.Add(_profiles);
        root.Options.Add(_name);
    }

    /// <summary>
    /// The project: the folder given, else the first file's folder, else the nearest folder upward that holds a Compose file.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Gives the folder in which the command was given.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public Project Read(ParseResult parsed, Func<string> folder, Func<string, string?> variable)
    {
        var given = parsed.GetValue(_directory);
        var start = given is null ? folder() : Path.IsPathFullyQualified(given) ? Path.GetFullPath(given) : Path.GetFullPath(given, folder());
        var files = (parsed.GetValue(_files) ?? []).Select(file => Path.GetFullPath(file, start)).ToList();
        var directory = files.Count > 0 && given is null ? Path.GetDirectoryName(files[0])!
            : files.Count > 0 || !string.IsNullOrEmpty(variable("COMPOSE_FILE")) ? start
            : Nearest(start) ?? start;

        MustExist(start, files);
        return new Project { Directory = directory, Files = files, Profiles = parsed.GetValue(_profiles) ?? [], Name = parsed.GetValue(_name) };
    }

    private static void MustExist(string folder, IReadOnlyList<string> files)
    {
        if (!Directory.Exists(folder))
        {
            throw new ProblemException(new Problem($"the folder '{folder}' does not exist"));
        }

        foreach (var file in files)
        {
            try
            {
                // Whoever opens a pipe waits for its writer; it has no length, and is told of later.
                using var readable = new FileInfo(file) is { Exists: true, Length: 0 } ? null : File.OpenRead(file);
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                var says = Directory.Exists(file) ? "is a folder, not a Compose file"
                    : !File.Exists(file) ? "does not exist"
                    : "cannot be read by this user";
                throw new ProblemException(new Problem($"the Compose file {says}") { File = file, Advice = [$"ls -l {file}"] });
            }
        }
    }

    private static string? Nearest(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (UsualFiles.Any(name => File.Exists(Path.Combine(at.FullName, name))))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
