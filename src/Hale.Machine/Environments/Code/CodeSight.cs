using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Environments.Code;

/// <summary>Looks through the project's sources for the environment variables that they read.</summary>
internal sealed class CodeSight
{
    private const string Django = "DJANGO_SETTINGS_MODULE";
    private const int MostReads = 3000;
    private const int LongLine = 500;
    private const int SmallFile = 20_000;

    private readonly Project _project;
    private readonly SourceWalk _walk;
    private readonly HashSet<string> _unmentioned;
    private readonly Givers _givers = new();
    private readonly List<StartText> _starts = [];
    private readonly List<(SourceFile File, NameRead Read)> _reads = [];

    private CodeSight(Project project, IEnumerable<string> names, CancellationToken stop) =>
        (_project, _walk, _unmentioned) = (project, SourceWalk.Of(project.Directory, stop), [.. names]);

    /// <summary>What the code reads.</summary>
    public CodeFacts Facts { get; private set; } = CodeFacts.None;

    /// <summary>Those of the names asked about that no file of the project has in it, environment files aside; none where not every file was looked at.</summary>
    public IReadOnlySet<string> Unmentioned => _walk.IsPartial ? new HashSet<string>() : _unmentioned;

    /// <summary>Looks through the sources.</summary>
    /// <param name="project">The project.</param>
    /// <param name="names">The variables of which to tell whether any file has them in it.</param>
    /// <param name="stop">Ends the look.</param>
    public static CodeSight Of(Project project, IEnumerable<string> names, CancellationToken stop)
    {
        var sight = new CodeSight(project, names, stop);
        sight.Look(stop);
        return sight;
    }

    private void Look(CancellationToken stop)
    {
        var asked = _unmentioned.Count > 0;
        foreach (var file in _walk.Files.Where(file => file.Kind is not SourceKind.Other || asked))
        {
            stop.ThrowIfCancellationRequested();
            var text = TextOf(file.Path);
            if (file.Kind is not SourceKind.Environment)
            {
                _unmentioned.RemoveWhere(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
            }

            Note(file, text);
        }

        // Those outside the folder, or with another name.
        foreach (var path in ComposeFiles.Of(_project).Select(file => (Name: Slashed(Path.GetRelativePath(_project.Directory, file)), File: file)).Where(one => !_starts.Exists(start => start.Path == one.Name)))
        {
            var text = HandWritten.TextIfAny(path.File);
            _unmentioned.RemoveWhere(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
            Note(new SourceFile(path.Name, SourceKind.Compose), text);
        }

        foreach (var start in _starts)
        {
            _givers.Note(start, StartWords.IsCalled(start, _starts));
        }

        _unmentioned.ExceptWith(_reads.Select(one => one.Read.Name));
        Facts = Gathered();
    }

    private void Note(SourceFile file, string text)
    {
        switch (file.Kind)
        {
            case SourceKind.Python or SourceKind.JavaScript when IsWritten(text):
                var reads = file.Kind is SourceKind.Python ? PythonReader.Read(text) : JavaScriptReader.Read(text);
                _givers.Note(file, text, reads);
                _reads.AddRange(reads.Reads.Select(read => (file, read)));
                break;
            case SourceKind.Dockerfile or SourceKind.Compose or SourceKind.Script or SourceKind.Manifest:
                _starts.Add(new StartText(file.Path, file.Kind, text));
                break;
            case SourceKind.Environment:
                _givers.NoteFile(file.Path, text);
                break;
        }
    }

    private CodeFacts Gathered()
    {
        var needed = _reads.Exists(one => one.Read.Needs is not Reached.Perhaps);
        var started = needed ? Started() : new Dictionary<string, Reached>();
        return new CodeFacts
        {
            Reads =
            [
                .. _reads.GroupBy(one => (one.File.Path, one.Read.Name))
                    .Select(same => ReadOf([.. same], started.TryGetValue(same.Key.Path, out var how) ? how : Reached.Perhaps))
                    .Take(MostReads),
            ],
            Dockerfiles = [.. _starts.Where(start => start.Kind is SourceKind.Dockerfile).Select(start => new SeenDockerfile(start.Path, Bases.Of(start)))],
            IsPartial = _walk.IsPartial,
        };
    }

    private CodeRead ReadOf(List<(SourceFile File, NameRead Read)> same, Reached started)
    {
        var first = same.Find(one => IsNeeded(one.Read.Needs, started)) is { Read: not null } needed ? needed : same[0];
        return new CodeRead(first.Read.Name, first.File.Path, first.Read.Line)
        {
            Needed = IsNeeded(first.Read.Needs, started),
            MayComeFrom = _givers.Of(first.File.Kind, first.Read.Name),
        };
    }

    private static bool IsNeeded(Reached needs, Reached started) =>
        started is not Reached.Perhaps && (needs is Reached.Always || (needs is Reached.AsProgram && started is Reached.AsProgram));

    private IReadOnlyDictionary<string, Reached> Started()
    {
        var kinds = _walk.Files.Where(file => file.Kind is SourceKind.Python or SourceKind.JavaScript).ToDictionary(file => file.Path, file => file.Kind);

        // Who names other settings in one of these does not run those that the program itself names.
        var byText = !_givers.IsInFile(Django) && !_starts.Exists(start => start.Text.Contains(Django, StringComparison.Ordinal));
        return StartedFiles.Of(kinds.Keys, StartWords.In(_starts), path => kinds[path] is SourceKind.Python ? PythonImports.Of(TextOf(path), byText) : JavaScriptImports.Of(TextOf(path)));
    }

    private string TextOf(string path) => HandWritten.TextIfAny(Path.Combine(_project.Directory, path));

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    // What a tool made has lines that nobody would write.
    private static bool IsWritten(string text) => text.Length < SmallFile || text.Length / (text.AsSpan().Count('\n') + 1) < LongLine;
}
