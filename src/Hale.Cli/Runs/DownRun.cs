using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
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
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        var volumes = options.Volumes.Select(name => Models.NeedVolume(stack, name)).ToList();

        try
        {
            var down = new Shutdown(rooms.Composer, rooms.Engine, rooms.Sight, rooms.Session.Stage, rooms.Clock);
            var orphans = await down.RunAsync(stack, [.. volumes.Select(volume => volume.Name)], stop).ConfigureAwait(false);
            var there = await rooms.Engine.VolumesAsync([.. stack.Volumes.Where(volume => !volume.External).Select(volume => volume.Name)], stop).ConfigureAwait(false);
            return new RunReport
            {
                Verdict = Verdict.Good,
                Project = stack.Name,
                Outcome = new Outcome([.. stack.Services.Select(service => new ServiceOutcome { Service = service.Name, Phase = ServicePhase.Stopped })], null),
                Overlay = rooms.Overlay.Read(),
                Kept =
                [
                    .. stack.Volumes.Where(volume => !volume.External && there.Contains(volume.Name)).Select(volume => $"the volume '{volume.Key}' ({volume.Name})"),
                    .. orphans.Select(name => $"the containers of '{name}', which the files do not have, or only in a profile that is not active: hale down --profile NAME"),
                ],
                Took = rooms.Session.Stage.Now,
            };
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }
}
