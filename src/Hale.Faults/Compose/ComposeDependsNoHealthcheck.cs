using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A service waits for the health of one that has no health check.</summary>
public sealed class ComposeDependsNoHealthcheck : Fault
{
    private const string Test = "test";

    public override string Id => "compose-depends-no-healthcheck";

    public override string Title => "A service waits for the health of one that has no health check";

    public override Needs Needs => Needs.Model | Needs.Containers;

    public override string Page => """
        A service is to start once another one is healthy, and that one has no health check, neither in the Compose file nor in its image.
        `docker compose up` gives up there. Hale waits for its port, or for its staying alive, and goes on.

        ## What we look at
        The conditions of `depends_on` in the Compose model, and the health checks of the containers.

        ## Why it happens
        The health check was forgotten, or the image was changed for one that has none.

        ## What mends it
        A health check in the Compose file. Hale only warns, since it brings the stack up without.

        ## When it is not this
        A health check that is there and fails has a fault of its own.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in stack.Services
               from wanted in service.DependsOn
               where wanted is { Condition: DependencyCondition.Healthy, Required: true } && stack.Find(wanted.Service) is { DeclaresHealth: false }
               let seen = containers.Of(wanted.Service).ToList()
               where seen.Count > 0 && seen.TrueForAll(one => one is { HealthCheck: null, ExitCode: 0 })
               group service by wanted.Service into waiting
               select new Finding(Id, waiting.Key, $"{string.Join(", ", waiting.Select(service => $"'{service.Name}'"))} {(waiting.Count() == 1 ? "waits" : "wait")} until '{waiting.Key}' is healthy, and '{waiting.Key}' has no health check: `docker compose up` refuses that")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { [Test] = CheckFor(containers.Of(waiting.Key).First().Image) },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"under '{finding.Subject}' in the Compose file: healthcheck: {{test: {finding.Facts[Test]}, interval: 5s}}");

    private static string CheckFor(string image) => image.Split('/')[^1].Split(':', '@')[0] switch
    {
        "postgres" or "postgis" or "timescaledb" or "pgvector" => "[\"CMD-SHELL\", \"pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}\"]",
        "redis" or "valkey" => "[\"CMD\", \"redis-cli\", \"ping\"]",
        "mysql" or "mariadb" => "[\"CMD-SHELL\", \"mysqladmin ping -h 127.0.0.1\"]",
        "rabbitmq" => "[\"CMD\", \"rabbitmq-diagnostics\", \"-q\", \"ping\"]",
        _ => "[\"CMD\", \"<a command that ends with 0 once the service answers>\"]",
    };
}
