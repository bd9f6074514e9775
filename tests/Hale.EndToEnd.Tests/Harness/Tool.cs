using System.Diagnostics;
using System.Text;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal static class Tool
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static Task<Ran> DockerAsync(params IEnumerable<string> arguments) => RunAsync("docker", arguments);

    /// <summary>The output of a docker command that has to succeed.</summary>
    public static async Task<string> AskDockerAsync(params IEnumerable<string> arguments)
    {
        var ran = await DockerAsync(arguments);
        return ran.ExitCode == 0 ? ran.Output : throw new InvalidOperationException($"{ran.Command} ended with {ran.ExitCode}: {ran.Errors}");
    }

    public static async Task<Ran> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        TimeSpan? longest = null)
    {
        using var running = Start(program, arguments, folder, environment);
        return await running.EndAsync(longest ?? Longest);
    }

    public static Running Start(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new Running(start);
    }
}

/// <summary>A program that runs.</summary>
internal sealed class Running : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    public Running(ProcessStartInfo start)
    {
        _command = string.Join(' ', start.ArgumentList.Prepend(start.FileName));
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has said so far, on either stream.</summary>
    public string Said => $"{Kept(_output)}{Kept(_errors)}";

    public bool HasEnded => _process.HasExited;

    /// <summary>Sends a signal by its number, as a terminal does for Ctrl-C (2).</summary>
    public async Task SignalAsync(int signal) =>
        await Tool.RunAsync("kill", [$"-{signal}", $"{_process.Id}"]);

    public async Task<Ran> EndAsync(TimeSpan longest)
    {
        using var late = new CancellationTokenSource(longest);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{_command} did not end within {longest}. It said:\n{Said}");
        }

        return new Ran(_command, _process.ExitCode, Kept(_output), Kept(_errors), Stopwatch.GetElapsedTime(_began));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Kept(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static void Keep(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}

/// <summary>A command that has ended.</summary>
internal sealed record Ran(string Command, int ExitCode, string Output, string Errors, TimeSpan Took)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Everything it said, for messages and artefacts.</summary>
    public string Told => $"$ {Command}\n(exit {ExitCode} after {Took.TotalSeconds:0.00} s)\n{Output}{Errors}";
}
