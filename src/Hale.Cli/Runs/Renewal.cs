using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>Has the project's certificate made anew in time while a stack is watched. Where anything else differs from what was started, that is left to a person.</summary>
internal sealed class Renewal(Rooms rooms, UpOptions options, WatchLog log)
{
    /// <summary>How long between two looks. A certificate is due thirty days before its end, so much depends on none of them.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private string? _told;

    /// <summary>Looks once, and goes round the loop when the certificate is due and nothing else is.</summary>
    public async Task LookAsync(Stack stack, CancellationToken stop)
    {
        if (WrongWith(stack) is null)
        {
            return;
        }

        var look = await QuickLook.TakeAsync(rooms, options, stop).ConfigureAwait(false);
        if (!IsAsStarted(look))
        {
            TellOnce("the project's certificate is due, and the stack is not as it was started: `hale docker` makes it anew");
            return;
        }

        log.Say("the project's certificate is due");
        await new UpRun(rooms, options).RunAsync(stop).ConfigureAwait(false);
        if (WrongWith(await Models.NeedAsync(rooms, stop).ConfigureAwait(false)) is { } still)
        {
            TellOnce($"{still}; `hale docker` tells why it was not made anew");
        }
        else
        {
            log.Say("the project's certificate was made anew, and the containers that hold it with it");
        }
    }

    // The loop would build what a person has changed, and start what a person has stopped.
    private bool IsAsStarted(QuickLook look) =>
        look is { InTheWay: null, Current: true, IsModelFaulty: false, Build.Count: 0 }
        && look.Services.All(service => look.Containers.Count(container => container.Service == service.Name) == service.Replicas)
        && look.Containers.All(container => container.State is ContainerState.Running || rooms.Created.Completed.Contains(container.Id));

    private string? WrongWith(Stack stack) =>
        CertsRun.Due(rooms.Certificates.Look(stack)) is [var first, ..] ? first : null;

    private void TellOnce(string says)
    {
        if (_told != says)
        {
            log.Say(_told = says);
        }
    }
}
