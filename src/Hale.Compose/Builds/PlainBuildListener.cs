using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Builds;

/// <summary>Reads what Compose writes while it builds with <c>--progress plain</c>: each step has a number, and a line of its own for how it ended.</summary>
internal sealed partial class PlainBuildListener(IReadOnlyList<string> services, Action<BuildStep> step)
{
    private const int LogLines = 120;

    private readonly Dictionary<string, Step> _steps = [];

    public void Hear(string line)
    {
        if (Numbered().Match(line) is not { Success: true } found)
        {
            return;
        }

        var (number, text) = (found.Groups["number"].Value, found.Groups["text"].Value);
        if (!_steps.TryGetValue(number, out var known))
        {
            _steps[number] = new Step(text);
        }
        else if (Ended().Match(text) is { Success: true } end)
        {
            Tell(known, end);
        }
        else if (Said().Match(text) is { Success: true } said)
        {
            known.Output.Enqueue(said.Groups["line"].Value);
            if (known.Output.Count > LogLines)
            {
                known.Output.Dequeue();
            }
        }
    }

    private void Tell(Step known, Match end)
    {
        var took = end.Groups["took"] is { Success: true } seconds ? TimeSpan.FromSeconds(double.Parse(seconds.Value, CultureInfo.InvariantCulture)) : TimeSpan.Zero;
        var error = end.Groups["error"] is { Success: true } words ? words.Value : null;
        step(new BuildStep(ServiceOf(known.Name), known.Name, end.Value == "CACHED", took, error) { Output = error is null ? [] : [.. known.Output] });
    }

    private string? ServiceOf(string name)
    {
        var word = name.StartsWith('[') ? name[1..].Split(' ', ']')[0] : null;
        return services.FirstOrDefault(service => service == word) ?? (services.Count == 1 ? services[0] : null);
    }

    // #8 [api 4/4] RUN poetry install --no-root
    [GeneratedRegex(@"^#(?<number>\d+) (?<text>.*)$")]
    private static partial Regex Numbered();

    // CACHED; DONE 0.3s; ERROR: process "/bin/sh -c …" did not complete successfully: exit code: 1
    [GeneratedRegex(@"^(?:CACHED|DONE (?<took>\d+\.\d+)s|ERROR: (?<error>.+))$")]
    private static partial Regex Ended();

    // 0.224 [tool.poetry] section not found in /app/pyproject.toml
    [GeneratedRegex(@"^\d+\.\d+ (?<line>.*\S)")]
    private static partial Regex Said();

    /// <summary>A step that has begun.</summary>
    private sealed record Step(string Name)
    {
        public Queue<string> Output { get; } = [];
    }
}
