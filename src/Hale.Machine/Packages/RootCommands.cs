using Hale.Kernel.Commands;

namespace Hale.Machine.Packages;

/// <summary>Runs commands as root: directly, or with <c>sudo</c> where that asks no password.</summary>
internal sealed class RootCommands(ICommandRunner runner)
{
    public async Task<bool> MayAsync(CancellationToken stop) =>
        Environment.IsPrivilegedProcess
        || (await runner.RunAsync(new Command("sudo", ["-n", "true"]) { Timeout = TimeSpan.FromSeconds(5) }, null, stop).ConfigureAwait(false)).Done;

    public Task<CommandEnd> RunAsync(Command command, Action<string>? heard, CancellationToken stop)
    {
        var asRoot = Environment.IsPrivilegedProcess
            ? command
            : command with
            {
                Program = "sudo",
                // sudo drops the environment, so what the command needs of it is named again.
                Arguments = ["-n", "env", .. command.Environment.Select(pair => $"{pair.Key}={pair.Value}"), command.Program, .. command.Arguments],
            };
        return runner.RunAsync(asRoot, heard is null ? null : (line, _) => heard(line), stop);
    }

    /// <summary>Writes a text file, making its folder.</summary>
    public async Task<CommandEnd> WriteAsync(string path, string text, CancellationToken stop)
    {
        var made = await RunAsync(new Command("mkdir", ["-p", Path.GetDirectoryName(path)!]), null, stop).ConfigureAwait(false);
        return made.Done ? await RunAsync(new Command("tee", [path]) { Input = text }, null, stop).ConfigureAwait(false) : made;
    }
}
