using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;
using Hale.Machine.Processes;

namespace Hale.Machine.Projects;

/// <summary>One Hale at a time works on a project. The system gives the lock back when its holder ends, however it ends.</summary>
public sealed class ProjectLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private const string HolderFile = "lock.json";

    private readonly FileStream _held;
    private readonly StateFolder _folder;

    private ProjectLock(FileStream held, StateFolder folder)
    {
        _held = held;
        _folder = folder;
    }

    /// <summary>Takes the lock at once, or gives null when another Hale holds it.</summary>
    /// <exception cref="IOException">The project's state folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public static ProjectLock? TryTake(Project project, string command)
    {
        var folder = new StateFolder(project);
        folder.Make();
        if (HeldFile.TryTake(folder.PathOf("lock")) is not { } held)
        {
            return null;
        }

        // Beside the lock, since nobody else may open the locked file itself.
        var holder = new LockHolder(Environment.ProcessId, StartTime.Of(Environment.ProcessId), command);
        folder.Write(HolderFile, JsonSerializer.Serialize(holder, LockJson.Default.LockHolder));
        return new ProjectLock(held, folder);
    }

    /// <summary>Waits for the lock; <paramref name="waitsFor"/> hears once who holds it. Null when it is not free within the patience.</summary>
    public static async Task<ProjectLock?> TakeAsync(
        Project project, string command, TimeSpan patience, Action<LockHolder?> waitsFor, TimeProvider clock, CancellationToken stop)
    {
        if (TryTake(project, command) is { } free)
        {
            return free;
        }

        waitsFor(HolderOf(project));
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < patience;)
        {
            await Task.Delay(BetweenTries, clock, stop).ConfigureAwait(false);
            if (TryTake(project, command) is { } taken)
            {
                return taken;
            }
        }

        return null;
    }

    /// <summary>Who holds the lock; null when that cannot be told.</summary>
    public static LockHolder? HolderOf(Project project)
    {
        try
        {
            var holder = JsonSerializer.Deserialize(new StateFolder(project).Read(HolderFile) ?? "null", LockJson.Default.LockHolder);
            return holder is not null && StartTime.Of(holder.Pid) == holder.Started ? holder : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _folder.Delete(HolderFile);
        _held.Dispose();
    }
}

/// <summary>The Hale that holds a project's lock.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Started">When it started, as the system counts, so that a later process with its id is not taken for it.</param>
/// <param name="Command">What it was asked to do.</param>
public sealed record LockHolder(int Pid, long Started, string Command);

/// <summary>The lock's JSON, written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LockHolder))]
internal sealed partial class LockJson : JsonSerializerContext;
