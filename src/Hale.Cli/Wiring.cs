using Hale.Cli.Runs;

namespace Hale.Cli;

/// <summary>Puts the program together: who does what the commands ask for.</summary>
internal static class Wiring
{
    public static IRuns Runs(Session session) =>
        throw new ProblemException(new Problem($"this build has nothing wired that could work on '{session.Project.Directory}'") { Verdict = Verdict.CannotTell });
}
