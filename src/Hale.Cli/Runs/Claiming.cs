using Hale.Faults.Checkout;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Machine.Checkouts;

namespace Hale.Cli.Runs;

/// <summary>Before a start: a name that no other checkout has, and ports that no other one is about to publish.</summary>
internal static class Claiming
{
    /// <returns>The rooms to go on in, which are others under another name; and whether everything wished for was got, so that nothing has to be mended first.</returns>
    public static async Task<(Rooms Rooms, bool IsSettled)> ClaimAsync(Rooms rooms, QuickLook look, CancellationToken stop)
    {
        var project = rooms.Session.Project;
        var stack = look.Stack!;
        var named = await rooms.ProjectsAsync(stack.Name, stop).ConfigureAwait(false);
        var strangers = rooms.StrangersOf(named);
        var published = look.Containers.SelectMany(container => container.Ports).Select(port => port.Published).ToHashSet();
        var ports = look.Services.SelectMany(service => service.Ports).Select(port => port.Published).OfType<int>().Where(port => !published.Contains(port));
        var wish = new CheckoutWish(project.Directory, stack.Name, rooms.MayRename, [.. ports.Distinct()], strangers) { Id = rooms.Checkout.Id };
        try
        {
            var given = await rooms.Claims.ClaimAsync(wish, stop).ConfigureAwait(false);
            if (rooms.Checkouts.KeptAside is { } aside)
            {
                rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"Hale's list of checkouts could not be read and begins anew, so a name or data of a checkout that it held may be taken for this one's; what was there is kept in {aside}"));
            }

            if (rooms.MayRename)
            {
                rooms.Checkout.Note(given);
                TellOfBefore(rooms, given);
            }

            if (given.Name == stack.Name || given.Other is null)
            {
                TellOfGone(rooms, named, given.Before);
                return (rooms, given.Taken.Count == 0 && new CheckoutFixedNames().Shared(stack, rooms.Checkout.Facts()).Count == 0);
            }

            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"the checkout in {given.Other} goes by the name '{stack.Name}', so this one goes by '{given.Name}' from now on: its containers, volumes and ports are its own"));
            return (rooms.Renamed(given.Name, given.Other), false);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            if (strangers is [var other, ..] && wish.MayRename)
            {
                throw new ProblemException(new Problem($"the checkout in {other} has the project name '{stack.Name}' too, and no other name could be noted down: {refusal.Message}")
                {
                    Advice = ["hale docker -p NAME"],
                    Verdict = Verdict.CannotTell,
                });
            }

            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"which other checkouts are there is not known: {refusal.Message}"));
            return (rooms, true);
        }
    }

    /// <summary>
    /// The rooms as a start would have them: where another checkout has the project's name, what goes by that is not this one's. Nothing is
    /// claimed and nothing written.
    /// </summary>
    public static async Task<Rooms> AsIfClaimedAsync(Rooms rooms, CancellationToken stop)
    {
        if (!rooms.MayRename || rooms.Checkout.IsNoted || (await rooms.Composer.ResolveAsync(stop).ConfigureAwait(false)).Stack is not { } stack)
        {
            return rooms;
        }

        var (name, other) = await NameOfAsync(rooms, stack.Name, stop).ConfigureAwait(false);
        return other is null ? rooms : rooms.Renamed(name, other);
    }

    /// <summary>What to say when a command would work on what another checkout has; null when it would not.</summary>
    public static async Task<Problem?> OthersAsync(Rooms rooms, string name, CancellationToken stop) =>
        (await NameOfAsync(rooms, name, stop).ConfigureAwait(false)).Other is { } other && (await rooms.Engine.ListAsync(name, stop).ConfigureAwait(false)).Count == 0
            ? new Problem($"the name '{name}' is of the checkout in {other}, and nothing of this one is up")
            {
                Advice = [$"hale -C {Kernel.Commands.Command.Quoted(other)} down    # to end that one", "hale list    # the checkouts on this machine"],
                Verdict = Verdict.SomethingLeft,
            }
            : null;

    /// <returns>The name that this checkout would get in place of one, and the folder of the other checkout that has that; null when none has it.</returns>
    private static async Task<(string Name, string? Other)> NameOfAsync(Rooms rooms, string name, CancellationToken stop)
    {
        var strangers = await StrangersAsync(rooms, name, stop).ConfigureAwait(false);
        var project = rooms.Session.Project;
        return rooms.MayRename && !project.HasOwnName
            ? rooms.Claims.NameOf(new CheckoutWish(project.Directory, name, MayRename: true, [], strangers) { Id = rooms.Checkout.Id })
            : (name, strangers is [var stranger, ..] ? stranger : null);
    }

    private static async Task<IReadOnlyList<string>> StrangersAsync(Rooms rooms, string name, CancellationToken stop)
    {
        try
        {
            return rooms.StrangersOf(await rooms.ProjectsAsync(name, stop).ConfigureAwait(false));
        }
        catch (EngineException)
        {
            // Whoever asks the engine next says so.
            return [];
        }
    }

    // It may have been moved to where nobody looks; its containers and its data are left as they are.
    private static void TellOfBefore(Rooms rooms, CheckoutClaim given)
    {
        if (given.Before is { } before && before != given.Name)
        {
            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"another checkout was in this folder before and goes by '{before}': its containers and its data are left to it (hale -p {before} down ends what is up of it)"));
        }
    }

    // Its containers and its data are taken over, as Compose would.
    private static void TellOfGone(Rooms rooms, IEnumerable<ComposeProject> named, string? before)
    {
        var (stage, folder) = (rooms.Session.Stage, rooms.Session.Project.Directory);
        foreach (var gone in named.Where(one => one.Folder.Length > 0 && !SamePlace.Is(one.Folder, folder) && !Directory.Exists(one.Folder)))
        {
            stage.Tell(new Noted(stage.Now, $"what is there under the name '{gone.Name}' was made in {gone.Folder}, which is gone: this checkout goes on with its containers and its data"));
        }

        foreach (var gone in named.Where(one => one.Name == before && SamePlace.Is(one.Folder, folder)))
        {
            stage.Tell(new Noted(stage.Now, $"what is there under the name '{gone.Name}' was made by another checkout, which was in this folder before: this one goes on with its containers and its data"));
        }
    }
}
