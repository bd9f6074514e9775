using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Machine.Processes;
using Hale.Machine.Projects;

namespace Hale.Machine.Daemons;

/// <summary>The Docker daemon that Hale itself started, where no init system does; known by its process id and the moment of its start.</summary>
public sealed class OwnDaemon(Func<string, string?> variable)
{
    private const int Terminate = 15;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    private string Folder => UserFolders.State(variable);

    public string Log => Path.Combine(Folder, "dockerd.log");

    private string Mark => Path.Combine(Folder, "dockerd.json");

    /// <summary>Its process id while it runs; null when there is none.</summary>
    public int? Pid => Read() is { } mark && StartTime.Of(mark.Pid) == mark.Started ? mark.Pid : null;

    /// <summary>Starts it in a session of its own, so that it outlives Hale; its output goes to <see cref="Log"/>.</summary>
    public void Start(string program)
    {
        Directory.CreateDirectory(Folder);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };

        // The text is fixed: program, data folder and log come as arguments.
        foreach (var part in new[] { "-c", "log=$1; shift; exec setsid \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", Log, program })
        {
            start.ArgumentList.Add(part);
        }

        if (variable("HALE_ENGINE_DATA") is { Length: > 0 } data)
        {
            start.ArgumentList.Add("--data-root");
            start.ArgumentList.Add(data);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("the system started no process");
        var mark = new DaemonMark(process.Id, StartTime.Of(process.Id));
        File.WriteAllText(Mark, JsonSerializer.Serialize(mark, DaemonJson.Default.DaemonMark));
    }

    /// <summary>Asks it to end and waits. False when none of Hale's runs, or it did not end in time.</summary>
    public async Task<bool> StopAsync(TimeProvider clock, CancellationToken stop)
    {
        if (Pid is not { } pid)
        {
            return false;
        }

        using var kill = Process.Start("kill", [$"-{Terminate.ToString(CultureInfo.InvariantCulture)}", pid.ToString(CultureInfo.InvariantCulture)]);
        for (var asked = clock.GetTimestamp(); clock.GetElapsedTime(asked) < StopPatience;)
        {
            if (Pid is null)
            {
                File.Delete(Mark);
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, stop).ConfigureAwait(false);
        }

        return false;
    }

    private DaemonMark? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(Mark), DaemonJson.Default.DaemonMark);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>How a daemon is known again.</summary>
internal sealed record DaemonMark(int Pid, long Started);

/// <summary>The mark's JSON, written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DaemonMark))]
internal sealed partial class DaemonJson : JsonSerializerContext;
