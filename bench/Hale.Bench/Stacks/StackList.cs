namespace Hale.Bench.Stacks;

/// <summary>The stacks that the benchmark knows.</summary>
public static class StackList
{
    public static IReadOnlyList<Stack> In(string stacks) =>
    [
        new("five", "postgres, redis, a Python API, a Node front end and nginx in a chain of `service_healthy`, health intervals of 10 s",
            folder => Copy(Path.Combine(stacks, "five"), folder))
        {
            ChangedService = "api",
            ChangedFile = Path.Combine("api", "app.py"),
        },
        new("chain", "three services in a chain of `service_healthy`, each ready 0.5 s after its start, default health intervals (30 s)",
            folder => Copy(Path.Combine(stacks, "chain"), folder)),
        Independent("twenty", 20, healthChecks: true),
        Independent("hundred", 100, healthChecks: true),
        Independent("plain", 100, healthChecks: false),
    ];

    private static Stack Independent(string name, int count, bool healthChecks)
    {
        var judged = healthChecks ? "with a health check, default intervals (30 s)" : "without any health check";
        return new(name, $"{count} independent light services {judged}", folder => IndependentServices.Write(folder, count, healthChecks))
        {
            FloorServices = healthChecks ? 10 : 0,
        };
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) != ".hale"))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
