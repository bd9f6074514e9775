using Hale.Kernel.Runs;
using Hale.Machine.Projects;

namespace Hale.Cli.Runs;

/// <summary>One Hale at a time works on a project.</summary>
internal static class Locks
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <exception cref="ProblemException">Another Hale has the project, and is not to be waited for or did not end; or there is no place for Hale's files.</exception>
    public static async Task<IDisposable> TakeAsync(Session session, string command, WhenBusy whenBusy, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            var taken = whenBusy is WhenBusy.Fail
                ? ProjectLock.TryTake(session.Project, command)
                : await ProjectLock.TakeAsync(session.Project, command, Patience, Tell, clock, stop).ConfigureAwait(false);
            return taken ?? throw Busy(session);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem($"Hale cannot keep its own files in {session.Project.State}: {refusal.Message}")
            {
                Advice = [$"ls -ld {session.Project.State}"],
            });
        }

        void Tell(LockHolder? holder) =>
            session.Stage.Tell(new Noted(session.Stage.Now, $"another hale{Words(holder)} works on this project; this one goes on when it is done"));
    }

    private static ProblemException Busy(Session session) =>
        new(new Problem($"Another hale{Words(ProjectLock.HolderOf(session.Project))} works on this project")
        {
            Advice = ["wait for it, or end it, and run the same command again"],
            Verdict = Verdict.SomethingLeft,
        });

    private static string Words(LockHolder? holder) => holder is null ? "" : $" (hale {holder.Command}, process {holder.Pid})";
}
