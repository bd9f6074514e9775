using System.Runtime.InteropServices;

namespace Hale.Images.Dockerfiles;

/// <summary>Which images from outside the build of a Dockerfile needs: those that its target stage leads to.</summary>
public sealed class BaseImages
{
    private readonly List<Stage> _stages = [];
    private readonly Dictionary<string, string> _globals;

    private BaseImages(DockerfileText file, IReadOnlyDictionary<string, string?> arguments)
    {
        _globals = PlatformArguments();
        foreach (var instruction in file.Instructions)
        {
            Take(instruction, arguments);
        }
    }

    public static IReadOnlyList<ImageUse> Of(DockerfileText file, IReadOnlyDictionary<string, string?> arguments, string? target)
    {
        var uses = new BaseImages(file, arguments).UsesFrom(target);
        return [.. (file.Syntax is { } syntax ? uses.Prepend(new ImageUse(syntax, ImageUseKind.Frontend)) : uses).Distinct()];
    }

    private void Take(Instruction instruction, IReadOnlyDictionary<string, string?> arguments)
    {
        switch (instruction.Keyword)
        {
            case "ARG" when _stages.Count == 0:
                TakeArgument(instruction, arguments);
                break;
            case "FROM" when instruction.Rest is [var image, ..] words:
                _stages.Add(new Stage(Variables.Fill(image, _globals), words is [_, var @as, var name] && @as.Equals("AS", StringComparison.OrdinalIgnoreCase) ? name : null));
                break;
            case "COPY" or "ADD" when _stages is [.., var last]:
                last.Copies.AddRange(instruction.Flags.Where(flag => flag.Name == "from").Select(flag => flag.Value));
                break;
            case "RUN" when _stages is [.., var last]:
                last.Copies.AddRange(instruction.Flags.Where(flag => flag.Name == "mount").SelectMany(flag => FromOf(flag.Value)));
                break;
        }
    }

    private void TakeArgument(Instruction instruction, IReadOnlyDictionary<string, string?> arguments)
    {
        foreach (var word in instruction.Rest)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            var value = arguments.GetValueOrDefault(name) ?? (equals < 0 ? null : Variables.Fill(word[(equals + 1)..], _globals));
            if (value is not null)
            {
                _globals[name] = value;
            }
        }
    }

    private List<ImageUse> UsesFrom(string? target)
    {
        var uses = new List<ImageUse>();
        var start = target is { Length: > 0 } ? IndexOf(target, _stages.Count) : _stages.Count - 1;
        var reached = new HashSet<int>();
        var open = new Stack<int>(start >= 0 ? [start] : []);
        while (open.TryPop(out var index))
        {
            if (!reached.Add(index))
            {
                continue;
            }

            var stage = _stages[index];
            Follow(stage.Image, index, ImageUseKind.Stage);
            stage.Copies.ForEach(copied => Follow(copied, index, ImageUseKind.Copied));
        }

        return uses;

        // FROM knows only the stages above it; so does COPY --from.
        void Follow(string? name, int below, ImageUseKind kind)
        {
            if (name is null or "scratch" || name.Contains('$', StringComparison.Ordinal))
            {
                return;
            }

            if (IndexOf(name, below) is var index and >= 0)
            {
                open.Push(index);
            }
            else
            {
                uses.Add(new ImageUse(name, kind, Nearest(name)));
            }
        }
    }

    private int IndexOf(string name, int below)
    {
        var index = _stages.FindIndex(stage => string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 && index < below ? index : int.TryParse(name, out var number) && number >= 0 && number < below ? number : -1;
    }

    private string? Nearest(string name) =>
        name.Length < 3 || name.Contains('/', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
            ? null
            : _stages.Select(stage => stage.Name).FirstOrDefault(stage => stage is not null && Spelling.IsNear(stage, name));

    private static IEnumerable<string> FromOf(string mount) =>
        mount.Split(',').Where(part => part.StartsWith("from=", StringComparison.Ordinal)).Select(part => part["from=".Length..]);

    private static Dictionary<string, string> PlatformArguments()
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        var known = new Dictionary<string, string>();
        foreach (var side in new[] { "BUILD", "TARGET" })
        {
            known[$"{side}PLATFORM"] = $"linux/{architecture}";
            known[$"{side}OS"] = "linux";
            known[$"{side}ARCH"] = architecture;
            known[$"{side}VARIANT"] = "";
        }

        return known;
    }

    /// <summary>A stage: what it begins from and what it copies or mounts from.</summary>
    private sealed record Stage(string? Image, string? Name)
    {
        public List<string> Copies { get; } = [];
    }
}
