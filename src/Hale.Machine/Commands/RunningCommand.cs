using System.Diagnostics;
using Hale.Kernel.Commands;

namespace Hale.Machine.Commands;

/// <summary>One program from its start to the end of its whole process group.</summary>
internal sealed class RunningCommand(Process process, bool leadsGroup, Command command, Action<string, bool>? heard, TimeProvider clock)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // What a child of the program may still write after the program itself has ended.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    private readonly KeptOutput _output = new(command.KeepsCharacters, heard is null ? null : line => heard(line, false));
    private readonly KeptOutput _errors = new(command.KeepsCharacters, heard is null ? null : line => heard(line, true));

    /// <summary>Runs to the end. Throws when <paramref name="stop"/> ended it.</summary>
    public async Task<CommandEnd> ToEndAsync(CancellationToken stop)
    {
        var written = WriteInputAsync();
        var read = Task.WhenAll(_output.ReadAsync(process.StandardOutput), _errors.ReadAsync(process.StandardError));
        using var late = new CancellationTokenSource(command.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        string? refusal = null;
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndGentlyAsync().ConfigureAwait(false);
            refusal = $"'{command.Program}' did not end within {command.Timeout.TotalSeconds:0.#} s and was stopped";
        }

        if (!await EndedAsync(read).ConfigureAwait(false))
        {
            EndByForce();
            await EndedAsync(read).ConfigureAwait(false);
        }

        if (written.IsCompleted)
        {
            await written.ConfigureAwait(false);
        }

        stop.ThrowIfCancellationRequested();
        return new CommandEnd(refusal is null ? process.ExitCode : null, _output.ToString(), _errors.ToString(), refusal);
    }

    /// <summary>Ends what is left of the group; nothing when nothing is.</summary>
    public void EndByForce()
    {
        if (leadsGroup)
        {
            ProcessGroup.Signal(process.Id, ProcessGroup.Kill);
        }
        else if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private async Task EndGentlyAsync()
    {
        if (leadsGroup && ProcessGroup.Signal(process.Id, ProcessGroup.Terminate))
        {
            for (var began = clock.GetTimestamp(); ProcessGroup.Lives(process.Id) && clock.GetElapsedTime(began) < Grace;)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), clock).ConfigureAwait(false);
            }
        }

        EndByForce();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<bool> EndedAsync(Task read)
    {
        await Task.WhenAny(read, Task.Delay(LastWords, clock)).ConfigureAwait(false);
        if (read.IsCompleted)
        {
            await read.ConfigureAwait(false);
        }

        return read.IsCompleted;
    }

    private async Task WriteInputAsync()
    {
        try
        {
            if (command.Input is { } input)
            {
                await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program need not read what it is given.
        }
    }
}
