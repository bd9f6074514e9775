using System.Diagnostics;
using Hale.Kernel.Commands;

namespace Hale.Images.Tests.Setup;

/// <summary>Runs the real programs, as plainly as a test can.</summary>
internal sealed class RealCommands : ICommandRunner
{
    public async Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = command.Folder ?? "",
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.StandardInput.WriteAsync(command.Input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return new CommandEnd(process.ExitCode, await output, await errors, null);
    }

    public string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
