using System.Globalization;
using Hale.Kernel.Commands;

namespace Hale.Compose.Commands;

/// <summary>Tells one installed Compose, and one Hale, from another without running it: by path, size and time.</summary>
internal static class Toolmarks
{
    private static readonly string[] PluginFolders =
    [
        "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins",
        "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins",
    ];

    public static string Read(ICommandRunner runner)
    {
        // What another Hale kept may be of another shape.
        var marks = new List<string>([.. MarkOf(Environment.ProcessPath ?? "hale"), .. MarkOf(Path.Combine(AppContext.BaseDirectory, "Hale.Compose.dll"))]);
        var docker = runner.Find("docker");
        foreach (var folder in Candidates(docker))
        {
            marks.AddRange(MarkOf(Path.Combine(folder, "docker-compose")));
        }

        if (docker is not null)
        {
            marks.AddRange(MarkOf(docker));
        }

        return string.Join('\n', marks);
    }

    /// <summary>True when the docker command has the Compose plugin in one of the folders that it looks in.</summary>
    public static bool HasCompose(ICommandRunner runner) => Candidates(runner.Find("docker")).Any(folder => File.Exists(Path.Combine(folder, "docker-compose")));

    private static IEnumerable<string> Candidates(string? docker)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return Path.Combine(Environment.GetEnvironmentVariable("DOCKER_CONFIG") ?? Path.Combine(home, ".docker"), "cli-plugins");
        foreach (var folder in PluginFolders)
        {
            yield return folder;
        }

        if (Path.GetDirectoryName(docker) is { } beside)
        {
            yield return Path.GetFullPath("../libexec/docker/cli-plugins", beside);
        }
    }

    private static IEnumerable<string> MarkOf(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            yield break;
        }

        var real = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        yield return string.Create(CultureInfo.InvariantCulture, $"{path} {real.FullName} {real.Length} {real.LastWriteTimeUtc.Ticks}");
    }
}
