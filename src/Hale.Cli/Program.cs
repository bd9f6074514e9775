using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Hale.Cli.Commands;
using Hale.Cli.Output;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli;

/// <summary>The way in and the only way out.</summary>
internal static class Program
{
    private static readonly string Version =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.Out.WriteLine($"hale {Version}");
            return 0;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await CommandTree.RunAsync(OpenWorld(), args, stop.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last net: what nobody expected is one sentence, never a stack trace.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return Report(unexpected);
        }

        // The first asks for a clean end; whoever asks twice means now.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (stop.IsCancellationRequested)
            {
                Environment.Exit((int)Verdict.Interrupted);
            }

            stop.Cancel();
        }
    }

    private static World OpenWorld()
    {
        var errorTerminal = Seen(Console.IsErrorRedirected);
        return new World
        {
            Runs = Wiring.Runs,
            Output = Writer(Console.OpenStandardOutput()),
            Error = Writer(Console.OpenStandardError()),
            Terminal = Seen(Console.IsOutputRedirected),
            ErrorTerminal = errorTerminal,
            ReadLine = Console.IsInputRedirected || Console.IsErrorRedirected ? null : ReadLineAsync,
            Input = Console.IsInputRedirected ? PipedInput.ReadAsync : ReadLineAsync,
            Size = () => (Console.WindowWidth, Console.WindowHeight),
            Folder = Here(),
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    // A shell stays in a folder that was removed.
    private static string? Here()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Terminal Seen(bool redirected) =>
        Terminal.Of(!redirected, redirected ? 0 : Console.WindowWidth, Environment.GetEnvironmentVariable);

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4096);

    private static Task<string?> ReadLineAsync(CancellationToken stop) => Task.Run(Console.In.ReadLine, stop).WaitAsync(stop);

    private static int Report(Exception unexpected)
    {
        Console.Error.WriteLine($"hale: something went wrong that should not have: {Clean.Line(unexpected.Message)}");
        Console.Error.WriteLine("  HALE_DEBUG=1 shows where; report it with that output where you got hale from");
        if (Environment.GetEnvironmentVariable("HALE_DEBUG") is "1")
        {
            Console.Error.WriteLine(unexpected);
        }

        return (int)Verdict.CannotTell;
    }
}
