using System.CommandLine;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale down</c>: the stack, stopped and removed.</summary>
internal sealed class DownCommand : HaleCommand
{
    private readonly Option<string[]> _volumes = new("--volumes")
    {
        Description = "Remove these named volumes too, with the data in them; every other volume stays",
        HelpName = "name",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<WhenBusy> _busy = BusyOption.Make();
    private readonly TalkOptions _talk = new();

    public DownCommand(World world, GlobalOptions global)
        : base("down", "Stop and remove the stack, in the time that its processes need", world, global)
    {
        Options.Add(_volumes);
        Options.Add(_busy);
        _talk.AddAllTo(this);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale down", "stop and remove the containers and networks; volumes stay"),
        ("hale down --volumes db-data", "remove the volume 'db-data' too, with the data in it"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var project = Project(parsed);
        var options = new DownOptions { Volumes = parsed.GetValue(_volumes) ?? [], WhenBusy = parsed.GetValue(_busy) };
        var show = Show.Open(World, _talk.Read(parsed), Path.GetFileName(project.Directory));
        await using (show.ConfigureAwait(false))
        {
            var report = await World.Runs(new Session(project, show.Stage, show.Consent)).DownAsync(options, stop).ConfigureAwait(false);
            return await show.EndAsync(report, RunKind.Down, Name).ConfigureAwait(false);
        }
    }
}
