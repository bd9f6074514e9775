using System.Globalization;
using System.Text;

namespace Hale.Bench.Stacks;

/// <summary>Writes a Compose file of so many light services that need nothing of one another.</summary>
internal static class IndependentServices
{
    private const string HealthCheck = """
            healthcheck:
              test: ["CMD", "test", "-e", "/tmp/ready"]

        """;

    public static void Write(string folder, int count, bool healthChecks)
    {
        Directory.CreateDirectory(folder);
        var text = new StringBuilder("services:\n");
        for (var number = 1; number <= count; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  worker{number:000}:\n    image: hale.bench/small\n").Append(healthChecks ? HealthCheck : "");
        }

        File.WriteAllText(Path.Combine(folder, "compose.yaml"), text.ToString());
    }
}
