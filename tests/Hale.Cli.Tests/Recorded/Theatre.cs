using System.Text;
using Hale.Cli.Commands;
using Hale.Cli.Output;
using Hale.Cli.Shows;

namespace Hale.Cli.Tests.Recorded;

/// <summary>Runs command lines against a recording, on any terminal, and keeps what was printed.</summary>
internal sealed class Theatre(Recording recording, Terminal? terminal = null)
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public RecordedRuns Runs { get; init; } = new(recording);

    public string Printed => _output.ToString();

    public string Errors => _error.ToString();

    public int ExitCode { get; private set; }

    public Dictionary<string, string> Variables { get; } = [];

    public string? Folder { get; init; } = Path.GetTempPath();

    public static async Task<Theatre> PlayAsync(Recording recording, string line, Terminal? terminal = null) =>
        await new Theatre(recording, terminal).RunAsync(line);

    /// <summary>Ends what runs.</summary>
    public CancellationToken Stop { get; init; }

    public async Task<Theatre> RunAsync(string line)
    {
        using var output = new StringWriter(_output);
        using var error = new StringWriter(_error);
        var world = new World
        {
            Runs = session =>
            {
                Runs.Session = session;
                return Runs;
            },
            Output = output,
            Error = error,
            Terminal = terminal ?? Terminal.Pipe,
            ErrorTerminal = terminal ?? Terminal.Pipe,
            Input = _ => Task.FromResult<string?>("a line of input"),
            Folder = Folder,
            Variable = Variables.GetValueOrDefault,
        };
        ExitCode = await CommandTree.RunAsync(world, line.Split(' ', StringSplitOptions.RemoveEmptyEntries), Stop);
        return this;
    }
}
