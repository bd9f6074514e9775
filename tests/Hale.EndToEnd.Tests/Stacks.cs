namespace Hale.EndToEnd.Tests;

/// <summary>Small Compose files of the tiny image, in which nothing is wrong.</summary>
internal static class Stacks
{
    /// <summary>A store that is healthy once it listens, a one-shot that needs it, and an app that needs both.</summary>
    public const string Sound = """
        services:
          store:
            image: hale.test/tiny:1
            command: ["serve", "8000"]
            volumes: ["data:/data"]
            healthcheck:
              test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8000/etc/group"]
              interval: 1s
          seed:
            image: hale.test/tiny:1
            command: ["sh", "-c", "echo seeded > /data/seed"]
            volumes: ["data:/data"]
            depends_on:
              store: { condition: service_healthy }
          app:
            image: hale.test/tiny:1
            command: ["sh", "-c", "echo the app is up; exec stay"]
            depends_on:
              seed: { condition: service_completed_successfully }
        volumes:
          data:
        """;

    /// <summary>A service whose health check passes once somebody makes <c>/tmp/ready</c> in it, and one that waits for it.</summary>
    public const string Waiting = """
        services:
          slow:
            image: hale.test/tiny:1
            healthcheck:
              test: ["CMD", "test", "-e", "/tmp/ready"]
              interval: 1s
              retries: 60
          after:
            image: hale.test/tiny:1
            depends_on:
              slow: { condition: service_healthy }
        """;

    public static readonly string[] SoundAndUp = ["app running", "seed exited 0", "store running"];
}
