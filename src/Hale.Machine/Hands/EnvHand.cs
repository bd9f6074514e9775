using System.Text;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>Completes environment files from their templates, writes text files anew in the encoding that all can read, and ends merges in files that tools write.</summary>
public sealed class EnvHand(Project project) : IHand
{
    private readonly EditHand _edit = new(project);

    public bool Takes(Act act) => act is AddVariables or WriteAsPlainText or TakeOurSide;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        try
        {
            return act switch
            {
                AddVariables add => await _edit.DoAsync(await CompletedAsync(add, stop).ConfigureAwait(false), progress, stop).ConfigureAwait(false),
                WriteAsPlainText plain => await _edit.DoAsync(await RewrittenAsync(plain, stop).ConfigureAwait(false), progress, stop).ConfigureAwait(false),
                TakeOurSide side => await _edit.DoAsync(await OneSidedAsync(side, stop).ConfigureAwait(false), progress, stop).ConfigureAwait(false),
                _ => new Receipt(false, "this is no act of environment files"),
            };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private async Task<RewriteFile> CompletedAsync(AddVariables add, CancellationToken stop)
    {
        var text = await File.ReadAllTextAsync(Inside(add.Path), stop).ConfigureAwait(false);
        var template = EnvText.Entries(await File.ReadAllTextAsync(Inside(add.Template), stop).ConfigureAwait(false));
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = new StringBuilder(text);
        if (text.Length > 0 && !text.EndsWith('\n'))
        {
            added.Append(end);
        }

        // A value of several lines stays together: the entry is taken as it stands.
        foreach (var entry in template.Where(entry => add.Names.Contains(entry.Name)))
        {
            added.Append(entry.Raw.TrimEnd('\r', '\n')).Append(end);
        }

        return new RewriteFile(add.Path, added.ToString(), add.Says, add.Because);
    }

    private async Task<RewriteFile> RewrittenAsync(WriteAsPlainText plain, CancellationToken stop)
    {
        var text = EnvText.Decode(await File.ReadAllBytesAsync(Inside(plain.Path), stop).ConfigureAwait(false));
        return new RewriteFile(plain.Path, text.Replace("\r\n", "\n", StringComparison.Ordinal), plain.Says, plain.Because);
    }

    private async Task<RewriteFile> OneSidedAsync(TakeOurSide side, CancellationToken stop)
    {
        var kept = new StringBuilder();
        var theirs = false;
        foreach (var line in (await File.ReadAllTextAsync(Inside(side.Path), stop).ConfigureAwait(false)).Split('\n'))
        {
            switch (line)
            {
                case ['<', '<', '<', '<', '<', '<', '<', ' ', ..]:
                    break;
                case "=======" or "=======\r" or ['|', '|', '|', '|', '|', '|', '|', ' ', ..]:
                    theirs = true;
                    break;
                case ['>', '>', '>', '>', '>', '>', '>', ' ', ..]:
                    theirs = false;
                    break;
                case var _ when !theirs:
                    kept.Append(line).Append('\n');
                    break;
            }
        }

        return new RewriteFile(side.Path, kept.ToString().TrimEnd('\n') + "\n", side.Says, side.Because);
    }

    private string Inside(string path) => InsideProject.PathOf(project, path) ?? throw new IOException(InsideProject.LeadsOut(path));
}
