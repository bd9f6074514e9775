using System.Text;
using System.Text.RegularExpressions;
using Docker.DotNet.Models;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Looks, in the containers that failed, at the programs that they were to run.</summary>
public sealed partial class ProgramProbe(EngineClient engine, IProjectSight sight) : IProbe
{
    private const int MostNames = 4;
    private const int MostFirstLine = 200;

    // Where tools install programs beside the path that is searched; the first are below the working folder.
    private static readonly string[] OwnFolders = [".venv/bin", "venv/bin", "node_modules/.bin", "vendor/bin", "bin"];
    private static readonly string[] OtherFolders = ["/venv/bin", "/opt/venv/bin", "/app/.venv/bin", "/app/node_modules/.bin", "/usr/local/bin", "/usr/local/sbin", "/root/.local/bin", "/opt/poetry/bin"];
    private static readonly string[] UsualFolders = ["/bin/", "/usr/bin/", "/usr/local/bin/"];

    private readonly OwnFiles _own = new(engine.IsLocal, sight);

    public Needs Gives => Needs.Programs;

    public Needs After => Needs.Containers | Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Programs = Reading.Blind<ProgramFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (!known.Containers.Has(out var containers))
        {
            return Blind(known.Containers.Unknown ?? "the stack's containers are not known");
        }

        var failed = containers.Containers.Where(one => one.Failed).DistinctBy(one => one.Service).ToList();
        var seen = await Task.WhenAll(failed.Select(one => SeeAsync(one, known.Model.Known?.Stack?.Find(one.Service)?.Build, stop))).ConfigureAwait(false);
        var version = failed.Count == 0 ? null : await engine.AskAsync((client, token) => client.System.GetVersionAsync(token), stop).ConfigureAwait(false);
        var facts = new ProgramFacts([.. seen.SelectMany(programs => programs)]) { Processor = version?.Arch ?? "" };
        return evidence => evidence with { Programs = Reading.Of(facts) };
    }

    private async Task<IEnumerable<SeenProgram>> SeeAsync(SeenContainer container, BuildSource? build, CancellationToken stop)
    {
        var answer = await engine.AskAsync((client, token) => client.Containers.InspectContainerAsync(container.Name, token), stop).ConfigureAwait(false);
        return await Task.WhenAll(NamesOf(container).Select(name => SeeAsync(container, answer, build, name, stop))).ConfigureAwait(false);
    }

    private async Task<SeenProgram> SeeAsync(SeenContainer container, ContainerInspectResponse answer, BuildSource? build, string name, CancellationToken stop)
    {
        var seen = new SeenProgram { Service = container.Service, Name = name };
        foreach (var path in PathsOf(name, answer.Config?.WorkingDir is { Length: > 0 } folder ? folder : "/"))
        {
            if (await ContainerFile.ReadAsync(engine, container.Name, path, stop).ConfigureAwait(false) is { } file)
            {
                seen = Described(seen, file) with { Source = _own.Of(answer, build, path, file) };
                return seen.Interpreter is { } interpreter ? await WithInterpreterAsync(seen, container.Name, interpreter, stop).ConfigureAwait(false) : seen;
            }
        }

        return seen;
    }

    // What the engine or its runtime could not execute, then the words of the command that are paths.
    private static IEnumerable<string> NamesOf(SeenContainer container) => container.Log.TakeLast(20).Prepend(container.Error)
        .Select(line => Refused().Match(line)).Where(found => found.Success).Select(found => found.Groups["name"].Value)
        .Concat(container.Command.Take(6).Where(word => word.Contains('/', StringComparison.Ordinal) && !word.Any(char.IsWhiteSpace)))
        .Distinct().Take(MostNames);

    private static IEnumerable<string> PathsOf(string name, string folder) => name switch
    {
        ['/', ..] => [name],
        _ when name.Contains('/', StringComparison.Ordinal) => [Joined(folder, name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name)],
        _ => [.. OwnFolders.Select(own => Joined(folder, $"{own}/{name}")), .. OtherFolders.Select(other => Joined(other, name))],
    };

    private static string Joined(string folder, string name) => $"{folder.TrimEnd('/')}/{name}";

    private static SeenProgram Described(SeenProgram seen, ContainerFile file)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        seen = seen with { At = file.Path, IsFolder = file.IsFolder, Executable = (file.Mode & AnyExecute) != 0 };
        if (ElfHead.Read(file.Head) is { } binary)
        {
            return seen with { Processor = binary.Processor, Interpreter = binary.Loader };
        }

        var marked = file.Head.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = Encoding.UTF8.GetString(marked ? file.Head.AsSpan(3) : file.Head);
        var first = text.Split('\n', 2)[0];
        return seen with
        {
            FirstLine = first.Length > MostFirstLine ? first[..MostFirstLine] : first,
            CarriageReturns = text.Contains("\r\n", StringComparison.Ordinal),
            ByteOrderMark = marked,
            Interpreter = Shebang().Match(first) is { Success: true } line ? line.Groups[1].Value : null,
        };
    }

    private async Task<SeenProgram> WithInterpreterAsync(SeenProgram seen, string container, string interpreter, CancellationToken stop)
    {
        var name = interpreter[(interpreter.LastIndexOf('/') + 1)..];
        foreach (var path in (string[])[interpreter, .. UsualFolders.Select(folder => folder + name)])
        {
            if (await ContainerFile.ReadAsync(engine, container, path, stop).ConfigureAwait(false) is { IsFolder: false } file)
            {
                return seen with { InterpreterAt = path, InterpreterProcessor = ElfHead.Read(file.Head)?.Processor };
            }
        }

        return seen;
    }

    // exec /app/start.sh: no such file or directory      [FATAL tini (7)] exec /app/start.sh failed: No such file or directory
    // exec: "uvicorn": executable file not found in $PATH: unknown      sh: 1: uvicorn: not found
    [GeneratedRegex("""exec:? "?(?<name>[^\s":]+)"?(?: failed)?: |sh: (?:line )?\d+: (?<name>[\w./-]+): (?:command )?not found""")]
    private static partial Regex Refused();

    [GeneratedRegex(@"^#!\s*(/[^\s]+)")]
    private static partial Regex Shebang();
}
