using System.Diagnostics;

namespace Hale.Bench.Measuring;

/// <summary>Runs one command at a time and says what it cost.</summary>
public static class Stopclock
{
    private const int KeptOutput = 1_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OutputLimit = TimeSpan.FromSeconds(2);

    public static async Task<Measurement> RunAsync(Command command)
    {
        var cpuBefore = ChildUsage.CpuMs();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(StartOf(command)) ?? throw new InvalidOperationException($"{command.Program} did not start");
        process.StandardInput.Close();
        using var ended = new CancellationTokenSource();
        var sampler = new MemorySampler(process.Id);
        var watching = Task.Run(() => sampler.WatchAsync(ended.Token));
        var output = Task.WhenAll(TailAsync(process.StandardOutput), TailAsync(process.StandardError));
        await WaitAsync(process);
        var wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await ended.CancelAsync();
        await watching;
        // A child that outlives the command and holds its output open must not hold up the benchmark.
        var said = await Task.WhenAny(output, Task.Delay(OutputLimit)) == output ? await output : ["", ""];
        return new(wall, ChildUsage.CpuMs() - cpuBefore, sampler.PeakMb, sampler.PeakTreeMb, process.ExitCode)
        {
            Output = said[0],
            Errors = said[1].Trim(),
        };
    }

    /// <summary>Run a command that is not measured; its failure is an exception with what it printed.</summary>
    public static async Task<string> MustAsync(string program, IReadOnlyList<string> arguments, string folder)
    {
        var ran = await RunAsync(new Command(program, arguments, folder));
        return ran.ExitCode == 0
            ? ran.Output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {ran.ExitCode}:\n{ran.Errors}");
    }

    private static ProcessStartInfo StartOf(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("COMPOSE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static async Task WaitAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<string> TailAsync(StreamReader reader)
    {
        var kept = "";
        var buffer = new char[4096];
        for (var read = await reader.ReadAsync(buffer); read > 0; read = await reader.ReadAsync(buffer))
        {
            kept += new string(buffer, 0, read);
            kept = kept.Length > KeptOutput ? kept[^KeptOutput..] : kept;
        }

        return kept;
    }
}
