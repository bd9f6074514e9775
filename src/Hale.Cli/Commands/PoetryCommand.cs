using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale poetry</c>: named already, so that scripts can name it; this release says that it is not built.</summary>
internal sealed class PoetryCommand : HaleCommand
{
    private readonly Option<bool> _force = new("--force-reinstall") { Description = "Make the environments anew" };

    public PoetryCommand(World world, GlobalOptions global)
        : base("poetry", "Run the project without containers (not part of this release)", world, global) => Options.Add(_force);

    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale docker", "what this release has instead")];

    public override IReadOnlyList<Verdict> Ends => [Verdict.WrongUsage];

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        throw new ProblemException(new Problem("'hale poetry' is not built yet: this release brings a project up in containers only")
        {
            Advice = ["hale docker", "poetry install"],
        });
}
