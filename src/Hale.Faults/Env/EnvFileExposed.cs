using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file with secrets is kept in Git, or other users of this machine may read it.</summary>
public sealed class EnvFileExposed : Fault
{
    private const string How = "how";

    public override string Id => "env-file-exposed";

    public override string Title => "An environment file with secrets is open to others";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        An environment file holds secrets, and Git keeps it, or every user of this machine may read it.

        ## What we look at
        Whether the file has a variable that is meant to be secret and has a value that does not only stand for one; whether Git has the file in its
        index; the rights of the file and of the folders above it. The values themselves are kept nowhere.

        ## Why it happens
        The file was added before a line of `.gitignore` kept it out. Or it was made with the usual rights, in a folder that everybody may enter.

        ## What mends it
        Git forgets the file and it stays where it is; what was pushed is known to others, and only a new secret helps. The rights are narrowed, unless a
        container reads the file as another user. Hale changes neither by itself.

        ## When it is not this
        A template is meant to be in Git, and holds no secret. A file in a folder that nobody else may enter is read by nobody else.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in env.Files
               where (file.IsTracked is true || file.OthersMayRead) && file.Keys.Any(key => key is { IsSecret: true, IsPlaceholder: false })
               let ways = (string[])[.. file.IsTracked is true ? ["is kept in Git"] : Array.Empty<string>(), .. file.OthersMayRead ? ["may be read by every user of this machine"] : Array.Empty<string>()]
               select new Finding(Id, file.Path, $"{file.Path} holds secrets and {string.Join(" and ", ways)}")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { [How] = file.IsTracked is true ? "tracked" : "" },
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var file = Command.Quoted(finding.Subject);
        return Remedy.ByHand(finding.Facts[How].Length > 0 ? [$"git rm --cached {file} && echo {file} >>.gitignore", $"chmod 600 {file}"] : [$"chmod 600 {file}"]);
    }
}
