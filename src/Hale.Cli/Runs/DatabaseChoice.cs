using Hale.Docker.Databases;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>Which database a command is about, and the way into it.</summary>
internal sealed class DatabaseChoice(Rooms rooms)
{
    /// <summary>The database that is named, or the only one.</summary>
    /// <param name="service">The service that a person named; null when none was.</param>
    /// <param name="command">The command line with <c>SERVICE</c> where one is named, for advice.</param>
    /// <param name="stop">Breaks off.</param>
    /// <exception cref="ProblemException">There is none, or none of that name, or several; or it does not run.</exception>
    public async Task<(Stack Stack, RunningDatabase Database)> OpenAsync(string? service, string command, CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        if (service is not null)
        {
            Models.NeedService(stack, service);
        }

        try
        {
            var found = await rooms.Databases.Servers.FindAsync(stack, stop).ConfigureAwait(false);
            var chosen = Choose(found, service, command);
            return chosen.Container is null ? throw DoesNotRun(chosen.Service) : (stack, rooms.Databases.Servers.Open(chosen));
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    public static ProblemException DoesNotRun(string service) => new(new Problem($"'{service}' does not run")
    {
        Advice = [$"hale docker {service}"],
        Verdict = Verdict.SomethingLeft,
    });

    /// <summary>The one server that is meant.</summary>
    /// <exception cref="ProblemException">There is none, or none of that name, or several.</exception>
    internal static FoundServer Choose(IReadOnlyList<FoundServer> found, string? service, string command)
    {
        var usable = found.Where(one => DatabaseServers.Supports(one.Kind)).ToList();
        var names = string.Join(", ", usable.Select(one => one.Service));
        if (service is not null)
        {
            return usable.Find(one => one.Service == service) ?? throw new ProblemException(new Problem(found.FirstOrDefault(one => one.Service == service) is { } other
                ? $"'{service}' is a server of the kind '{other.Kind}', which hale db does not work with: it knows PostgreSQL, MySQL and MariaDB"
                : $"'{service}' is no database that hale db knows: it goes by the server that the container runs, or by the image's name where there is no container")
            {
                Advice = usable.Count > 0 ? [$"the databases are: {names}"] : [$"hale docker {service}    # where it has no container yet"],
            });
        }

        return usable switch
        {
            [var only] => only,
            [] => throw new ProblemException(new Problem(found.Count == 0
                ? "no service of this project is known to run PostgreSQL, MySQL or MariaDB"
                : $"no service of this project runs PostgreSQL, MySQL or MariaDB; {string.Join(", ", found.Select(one => $"'{one.Service}' is of the kind '{one.Kind}'"))}")
            {
                Advice = ["hale status"],
            }),
            _ => throw new ProblemException(new Problem($"this project has several databases: {names}") { Advice = [.. usable.Select(one => command.Replace("SERVICE", one.Service, StringComparison.Ordinal))] }),
        };
    }
}
