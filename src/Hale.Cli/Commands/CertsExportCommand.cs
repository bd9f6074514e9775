using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale certs export</c>: the project's certificate for what runs outside its containers.</summary>
internal sealed class CertsExportCommand : HaleCommand
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "Where to write authority.pem, localhost.pem and localhost-key.pem",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "certificates",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Write over files of these names" };

    public CertsExportCommand(World world, GlobalOptions global)
        : base("export", "Copy the project's certificate, its key and the authority's certificate to a folder", world, global)
    {
        Arguments.Add(_folder);
        Options.Add(_force);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale certs export", "write them to the folder 'certificates' here; files that are there stay as they are"),
        ("hale certs export web/certs --force", "write over what is there"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage, Verdict.CannotTell];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_folder)!, Folder);
        var written = await Runs(parsed).ExportAsync(folder, parsed.GetValue(_force), stop).ConfigureAwait(false);
        var page = Page();
        foreach (var file in written)
        {
            page.Say($"wrote {file}");
        }

        page.Say("the key belongs to this machine alone: keep it out of Git", 0, page.Paint.Faint);

        page.Flush();
        return (int)Verdict.Good;
    }
}
