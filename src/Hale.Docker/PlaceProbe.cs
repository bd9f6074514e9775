using System.Text.RegularExpressions;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Looks which files of the project are those that containers which are not well named in their output.</summary>
public sealed partial class PlaceProbe(EngineClient engine, IProjectSight sight) : IProbe
{
    // A long trace names the same few files of the project again and again; what it says last is nearest to the cause.
    private const int MostFiles = 12;

    // A line beyond this is data.
    private const int LongestLine = 1000;

    private readonly OwnFiles _own = new(engine.IsLocal, sight);

    public Needs Gives => Needs.Places;

    public Needs After => Needs.Containers | Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Places = Reading.Blind<PlaceFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (!known.Containers.Has(out var containers))
        {
            return Blind(known.Containers.Unknown ?? "the stack's containers are not known");
        }

        var unwell = containers.Containers.Where(one => one.Unwell).DistinctBy(one => one.Service);
        var places = await Task.WhenAll(unwell.Select(one => PlacesOfAsync(one, known.Model.Known?.Stack?.Find(one.Service)?.Build, stop))).ConfigureAwait(false);
        var facts = new PlaceFacts([.. places.SelectMany(found => found)]);
        return evidence => evidence with { Places = Reading.Of(facts) };
    }

    private async Task<IReadOnlyList<SeenPlace>> PlacesOfAsync(SeenContainer container, BuildSource? build, CancellationToken stop)
    {
        var names = container.Log.Concat(container.Probes.SelectMany(probe => probe.Output.Split('\n'))).Reverse()
            .Where(line => line.Length <= LongestLine)
            .SelectMany(line => FileName().Matches(line)).Select(found => found.Groups["f"].Value)
            .Where(name => !Foreign().IsMatch(name)).Distinct().Take(MostFiles).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var answer = await engine.AskAsync((client, token) => client.Containers.InspectContainerAsync(container.Name, token), stop).ConfigureAwait(false);
        var folder = answer.Config?.WorkingDir is { Length: > 0 } given ? given : "/";
        var places = new List<SeenPlace>();
        foreach (var name in names)
        {
            var path = name.StartsWith('/') ? name : $"{folder.TrimEnd('/')}/{(name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name)}";
            if (await ContainerFile.ReadAsync(engine, container.Name, path, stop).ConfigureAwait(false) is { } file && _own.Of(answer, build, file.Path, file) is { } own)
            {
                places.Add(new SeenPlace(container.Service, name, own));
            }
        }

        return places;
    }

    // What may be a file with a line behind it.      File "/app/main.py", line 4      at f (file:///app/a.js:3:18)      ./a.sh: line 3:
    [GeneratedRegex("""(?:file://)?(?<f>[\w@.+/-]*\w\.[A-Za-z]\w{0,7})(?="?[:,(]|"? (?:on )?line )""")]
    private static partial Regex FileName();

    // What a project does not write itself: a language's own library, or a package.
    [GeneratedRegex("site-packages/|dist-packages/|node_modules/|^/usr/(?:local/)?(?:lib|share|include)/|^//")]
    private static partial Regex Foreign();
}
