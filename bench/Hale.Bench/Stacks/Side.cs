using Hale.Bench.Measuring;

namespace Hale.Bench.Stacks;

/// <summary>One of the two tools on one stack: its own project, its own copy of the folder, and the command of each phase.</summary>
public sealed record Side(string Tool, string Project, string Folder, Command Up, Command Rebuild, Command Down, Command Prepare)
{
    public const string ComposeName = "compose";
    public const string HaleName = "hale";

    public static Side Compose(Stack stack, string folder)
    {
        var project = $"hale-bench-{stack.Name}-{ComposeName}";
        Command Run(params string[] words) => new("docker", ["compose", "-p", project, .. words], folder);
        return new(ComposeName, project, folder, Run("up", "-d", "--wait"), Run("up", "-d", "--build", "--wait"), Run("down"), Run("build"));
    }

    public static Side Hale(Stack stack, string folder, string hale)
    {
        var project = $"hale-bench-{stack.Name}-{HaleName}";
        Command Run(string verb, params string[] words) => new(hale, [verb, "-C", folder, "-p", project, .. words], folder);
        var up = Run("docker", "--yes", "--quiet");
        return new(HaleName, project, folder, up, up, Run("down"), up);
    }
}
