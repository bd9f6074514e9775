using System.Diagnostics;
using System.Text;
using Hale.Kernel.Commands;

namespace Hale.Compose.Tests;

/// <summary>Runs commands for the tests, and counts them.</summary>
internal sealed class ProcessRunner : ICommandRunner
{
    private readonly List<Command> _ran = [];

    public IReadOnlyList<Command> Ran
    {
        get
        {
            lock (_ran)
            {
                return [.. _ran];
            }
        }
    }

    public async Task<CommandEnd> RunAsync(Command command, Action<string, bool>? heard, CancellationToken stop)
    {
        lock (_ran)
        {
            _ran.Add(command);
        }

        using var process = new Process { StartInfo = StartOf(command) };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        process.OutputDataReceived += (_, line) => Keep(output, line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data, isError: true);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(command.Input).ConfigureAwait(false);
        process.StandardInput.Close();

        using var late = new CancellationTokenSource(command.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new CommandEnd(process.ExitCode, output.ToString(), errors.ToString(), null);

        void Keep(StringBuilder text, string? line, bool isError)
        {
            if (line is not null)
            {
                text.Append(line).Append('\n');
                heard?.Invoke(line, isError);
            }
        }
    }

    public string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static ProcessStartInfo StartOf(Command command)
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

        return start;
    }
}
