using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A container runs with other values than the files give by now.</summary>
public sealed class EnvContainerStale : Fault
{
    public override string Id => "env-container-stale";

    public override string Title => "A container runs with older values than the files have";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A variable was changed in `.env`, in an environment file or in the Compose file, and a container was made before that. A container keeps the
        environment that it was made with, through restarts too.

        ## What we look at
        The environment of each container that runs, and the one that Compose would give it now. The names of those that differ are kept, never a value.

        ## Why it happens
        `docker compose restart` and `docker restart` make no container anew.

        ## What mends it
        The container is made anew, which `hale docker` does, for that service alone.

        ## When it is not this
        A program that reads `.env` by itself, from a mount, sees the new value at its next start. A variable that nothing sets is `env-unset-blank`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where container.StaleVariables.Count > 0
               group container by container.Service into service
               let names = service.SelectMany(one => one.StaleVariables).Distinct().Order(StringComparer.Ordinal)
               select new Finding(Id, service.Key, $"'{service.Key}' runs with other values of {string.Join(", ", names)} than the files give by now") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"hale docker {finding.Subject}");
}
