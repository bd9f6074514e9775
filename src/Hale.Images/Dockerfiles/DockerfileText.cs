using System.Text;
using System.Text.RegularExpressions;

namespace Hale.Images.Dockerfiles;

/// <summary>A Dockerfile as instructions, with the parser directives at its head.</summary>
public sealed partial class DockerfileText
{
    private readonly string[] _lines;
    private readonly List<Instruction> _instructions = [];
    private int _at;
    private char _escape = '\\';

    private DockerfileText(string text) => _lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>The image of the <c># syntax=</c> line; null when there is none.</summary>
    public string? Syntax { get; private set; }

    /// <summary>The number of the <c># syntax=</c> line, counted from 0; -1 when there is none.</summary>
    public int SyntaxLine { get; private set; } = -1;

    public static DockerfileText Read(string text)
    {
        var file = new DockerfileText(text);
        file.ReadDirectives();
        while (file._at < file._lines.Length)
        {
            file.ReadInstruction();
        }

        return file;
    }

    /// <summary>The text without its <c># syntax=</c> line, so that BuildKit's own frontend reads it.</summary>
    public string WithoutSyntax() => string.Join('\n', _lines.Where((_, number) => number != SyntaxLine));

    /// <summary>The text up to an instruction, without the <c># syntax=</c> line and without the instructions that are not wanted.</summary>
    public string Before(Instruction instruction, Func<Instruction, bool> wanted)
    {
        var ends = _instructions.Skip(1).Select(next => next.Line);
        var kept = _instructions.Zip(ends).TakeWhile(pair => pair.First != instruction).Where(pair => wanted(pair.First));
        return string.Join('\n', kept.SelectMany(pair => _lines[pair.First.Line..pair.Second]));
    }

    private void ReadDirectives()
    {
        // Only lines before anything else count; an ordinary comment ends them.
        for (; _at < _lines.Length && Directive().Match(_lines[_at]) is { Success: true } found; _at++)
        {
            var value = found.Groups["value"].Value.Trim();
            switch (found.Groups["name"].Value.ToUpperInvariant())
            {
                case "SYNTAX":
                    (Syntax, SyntaxLine) = (value.Split(' ')[0], _at);
                    break;
                case "ESCAPE" when value is "`" or "\\":
                    _escape = value[0];
                    break;
            }
        }
    }

    private void ReadInstruction()
    {
        var text = new StringBuilder();
        var first = _at;
        for (var goesOn = true; goesOn && _at < _lines.Length; _at++)
        {
            var line = _lines[_at].TrimEnd();
            if (line.TrimStart() is "" or ['#', ..])
            {
                // Blank lines and comments inside a continued instruction are skipped; before one they end nothing.
                goesOn = text.Length > 0;
                continue;
            }

            first = text.Length == 0 ? _at : first;
            goesOn = line[^1] == _escape;
            text.Append(goesOn ? line[..^1] : line).Append(goesOn ? " " : "");
        }

        var whole = text.ToString().Trim();
        if (whole.Length > 0)
        {
            var space = whole.IndexOfAny([' ', '\t']);
            var keyword = (space < 0 ? whole : whole[..space]).ToUpperInvariant();
            var rest = space < 0 ? "" : whole[space..].Trim();
            _instructions.Add(new Instruction(keyword, rest, keyword is "RUN" or "COPY" or "ADD" ? ReadHereDocuments(rest) : "") { Line = first });
        }
    }

    private string ReadHereDocuments(string text)
    {
        var content = new StringBuilder();
        foreach (Match start in HereDocument().Matches(text))
        {
            var (end, indented) = (start.Groups["end"].Value, start.Groups["dash"].Length > 0);
            for (; _at < _lines.Length; _at++)
            {
                if ((indented ? _lines[_at].TrimStart('\t') : _lines[_at]) == end)
                {
                    _at++;
                    break;
                }

                content.Append(_lines[_at]).Append('\n');
            }
        }

        return content.ToString();
    }

    [GeneratedRegex(@"^\s*#\s*(?<name>[A-Za-z]+)\s*=\s*(?<value>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    // RUN <<EOF, RUN cat <<-"EOF" > file, COPY <<EOF /place; not the here-string <<<.
    [GeneratedRegex(@"(?<=^|\s)\d*<<(?<dash>-?)(?<quote>[""']?)(?<end>[A-Za-z0-9_.]+)\k<quote>(?=$|[\s;&|>)])", RegexOptions.CultureInvariant)]
    private static partial Regex HereDocument();
}
