using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Hale.Kernel.Commands;

namespace Hale.Machine.Commands;

/// <summary>Runs programs as children of Hale, each in a session and process group of its own where the system has them.</summary>
public sealed class CommandRunner(TimeProvider clock) : ICommandRunner, IDisposable
{
    private readonly Lazy<Guardian?> _guardian = new(() => Setsid is { } setsid ? new Guardian(setsid) : null);

    // Its own exec costs under a millisecond, and a process that leads no group keeps its process id through it.
    private static string? Setsid { get; } =
        OperatingSystem.IsLinux() ? ProgramPath.Find("setsid", $"{Environment.GetEnvironmentVariable("PATH")}:/usr/bin:/bin") : null;

    public string? Find(string program) => ProgramPath.Find(program, Environment.GetEnvironmentVariable("PATH"));

    public async Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var path = command.Environment.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH");
        if (ProgramPath.Find(command.Program, path) is not { } program)
        {
            return Refused($"there is no program '{command.Program}' on PATH");
        }

        using var process = new Process { StartInfo = StartOf(command, program) };
        try
        {
            process.Start();
        }
        catch (Win32Exception refusal)
        {
            return Refused($"'{command.Program}' could not be started: {refusal.Message}");
        }

        _guardian.Value?.Watch(process.Id);
        var running = new RunningCommand(process, Setsid is not null, command, heard, clock);
        try
        {
            return await running.ToEndAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            running.EndByForce();
            _guardian.Value?.Forget(process.Id);
        }
    }

    public void Dispose()
    {
        if (_guardian.IsValueCreated)
        {
            _guardian.Value?.Dispose();
        }
    }

    private static CommandEnd Refused(string why) => new(null, "", "", why);

    private static ProcessStartInfo StartOf(Command command, string program)
    {
        IReadOnlyList<string> line = Setsid is null ? [program, .. command.Arguments] : [Setsid, program, .. command.Arguments];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = command.Folder ?? "",
        };
        foreach (var (name, value) in command.Environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }
}
