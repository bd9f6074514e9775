using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>
/// The build arguments that a Dockerfile declares before its first <c>FROM</c>. They name base images, so they are needed to say
/// which ones, and are kept with the cached model; all others may hold what should not be kept.
/// </summary>
internal static class GlobalArgs
{
    /// <summary>The stack with no other build arguments than those.</summary>
    public static Stack OnlyIn(Stack stack) => stack with
    {
        Services = [.. stack.Services.Select(service => service.Build is { Args.Count: > 0 } build ? service with { Build = OnlyIn(build) } : service)],
    };

    /// <summary>The Dockerfiles that decide which arguments are kept.</summary>
    public static IEnumerable<string> Dockerfiles(Stack stack) =>
        stack.Services.Select(service => service.Build).OfType<BuildSource>()
            .Where(build => build is { Args.Count: > 0, IsRemote: false })
            .Select(build => build.Dockerfile).OfType<string>();

    public static IReadOnlySet<string> NamesIn(string dockerfile)
    {
        var names = new HashSet<string>();
        foreach (var line in dockerfile.Split('\n').Select(line => line.Trim()))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [var from, ..] && from.Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (words is [var arg, ..] && arg.Equals("ARG", StringComparison.OrdinalIgnoreCase))
            {
                names.UnionWith(words.Skip(1).Select(word => word.Split('=')[0]));
            }
        }

        return names;
    }

    private static BuildSource OnlyIn(BuildSource build)
    {
        var names = NamesIn(build.DockerfileInline ?? Text(build));
        return build with { Args = build.Args.Where(arg => names.Contains(arg.Key)).ToDictionary() };
    }

    private static string Text(BuildSource build)
    {
        try
        {
            return build is { IsRemote: false, Dockerfile: { } path } && File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
