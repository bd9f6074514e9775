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
        var strangers = await rooms.StrangersAsync(stack.Name, stop).ConfigureAwait(false);
        var published = look.Containers.SelectMany(container => container.Ports).Select(port => port.Published).ToHashSet();
        var ports = look.Services.SelectMany(service => service.Ports).Select(port => port.Published).OfType<int>().Where(port => !published.Contains(port));
        var wish = new CheckoutWish(project.Directory, stack.Name, rooms.MayRename, [.. ports.Distinct()], [.. strangers.Select(other => other.Folder).Distinct()]);
        try
        {
            var given = await rooms.Claims.ClaimAsync(wish, stop).ConfigureAwait(false);
            if (given.Name == stack.Name || given.Other is null)
            {
                return (rooms, given.Taken.Count == 0);
            }

            rooms.Checkout.Write(given.Name, given.Other);
            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"the checkout in {given.Other} goes by the name '{stack.Name}', so this one goes by '{given.Name}' from now on: its containers, volumes and ports are its own"));
            return (rooms.Renamed(given.Name), false);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            if (strangers is [var other, ..] && wish.MayRename)
            {
                throw new ProblemException(new Problem($"the checkout in {other.Folder} has the project name '{stack.Name}' too, and no other name could be noted down: {refusal.Message}")
                {
                    Advice = ["hale docker -p NAME"],
                    Verdict = Verdict.CannotTell,
                });
            }

            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, $"which other checkouts are there is not known: {refusal.Message}"));
            return (rooms, true);
        }
    }

    /// <summary>What to say when a command would work on the containers of another checkout; null when it would not.</summary>
    public static async Task<Problem?> OthersAsync(Rooms rooms, string name, CancellationToken stop)
    {
        IReadOnlyList<ComposeProject> strangers = await rooms.StrangersAsync(name, stop).ConfigureAwait(false);
        return strangers is [var other, ..] && (await rooms.Engine.ListAsync(name, stop).ConfigureAwait(false)).Count == 0
            ? new Problem($"what is up under the name '{name}' is of the checkout in {other.Folder}, and nothing of this one is")
            {
                Advice = [$"hale -C {Kernel.Commands.Command.Quoted(other.Folder)} down    # to end that one", "hale list    # the checkouts on this machine"],
                Verdict = Verdict.SomethingLeft,
            }
            : null;
    }
}
