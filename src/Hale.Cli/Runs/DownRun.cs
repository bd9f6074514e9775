using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary><c>hale down</c>.</summary>
internal sealed class DownRun(Rooms rooms, DownOptions options)
{
    public async Task<RunReport> RunAsync(CancellationToken stop)
    {
        // A keeper would bring back what is stopped here.
        if (await new KeepRun(rooms).StopAsync(stop).ConfigureAwait(false) is { Done: true } ended)
        {
            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, ended.Says));
        }

        using var held = await rooms.LockAsync("down", options.WhenBusy, stop).ConfigureAwait(false);
        var stack = await ModelAsync(stop).ConfigureAwait(false);
        if (await Claiming.OthersAsync(rooms, stack.Name, stop).ConfigureAwait(false) is { } others)
        {
            throw new ProblemException(others);
        }

        var volumes = options.Volumes.Select(name => Models.NeedVolume(stack, name)).ToList();

        try
        {
            var there = await rooms.Engine.VolumesAsync([.. stack.Volumes.Where(volume => !volume.External).Select(volume => volume.Name)], stop).ConfigureAwait(false);
            if (volumes.Find(volume => IsOthers(volume)) is { } foreign)
            {
                throw new ProblemException(new Problem($"The volume '{foreign.Name}' was made for the project '{there[foreign.Name]}', and this one is '{stack.Name}'")
                {
                    Advice = ["hale list    # the checkouts on this machine", $"docker volume rm {foreign.Name}    # only if nothing else uses it"],
                });
            }

            var down = new Shutdown(rooms.Composer, rooms.Engine, rooms.Sight, rooms.Session.Stage, rooms.Clock);
            var orphans = await down.RunAsync(stack, [.. volumes.Select(volume => volume.Name)], stop).ConfigureAwait(false);
            foreach (var gone in volumes.Where(volume => there.ContainsKey(volume.Name)))
            {
                rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"the volume '{gone.Key}' ({gone.Name}) is removed, with what was in it"));
            }

            return new RunReport
            {
                Verdict = Verdict.Good,
                Project = stack.Name,
                Outcome = new Outcome([.. stack.Services.Select(service => new ServiceOutcome { Service = service.Name, Phase = ServicePhase.Stopped })], null),
                Overlay = rooms.Overlay.Read(),
                Kept =
                [
                    .. stack.Volumes.Where(volume => !volume.External && there.ContainsKey(volume.Name) && !volumes.Contains(volume) && !IsOthers(volume)).Select(volume => $"the volume '{volume.Key}' ({volume.Name})"),
                    .. orphans.Select(name => $"the containers of '{name}', which the files do not have, or only in a profile that is not active: hale down --profile NAME"),
                ],
                Took = rooms.Session.Stage.Now,
            };

            bool IsOthers(StackVolume volume) => there.TryGetValue(volume.Name, out var project) && project is not null && project != stack.Name;
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    // Whatever became of the files since, what was made from them is there and knows what it is.
    private async Task<Stack> ModelAsync(CancellationToken stop)
    {
        try
        {
            return await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        }
        catch (ProblemException refused) when (options.Volumes.Count == 0)
        {
            var project = rooms.Session.Project;
            if (project is { Name: not null, HasOwnName: false } || await MadeFromAsync(project.Directory, stop).ConfigureAwait(false) is not { } made)
            {
                throw;
            }

            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"{refused.Problem.Says}; what was made of this folder before is found by its labels"));
            return made;
        }
    }

    private async Task<Stack?> MadeFromAsync(string folder, CancellationToken stop)
    {
        try
        {
            return await rooms.MadeFromAsync(folder, stop).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            return null;
        }
    }
}
