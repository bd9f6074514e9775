using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hale.Compose.Sources;

/// <summary>A YAML file as far as it can be read, with where its reading failed.</summary>
internal sealed record YamlFile(string Path, YamlNode Root, int? BrokenLine)
{
    private const int DeepestNesting = 100;
    private const int LargestFile = 8 << 20;

    /// <summary>Reads a file; null when it is not there, cannot be opened, or is too large to be written by a person.</summary>
    public static YamlFile? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestFile } ? Parse(path, File.ReadAllText(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static YamlFile Parse(string path, string text)
    {
        var reader = new Reader(new Parser(new StringReader(text)));
        return new YamlFile(path, reader.ReadRoot(out var broken), broken);
    }

    /// <summary>Builds nodes from the parser's events; what came before an error is kept.</summary>
    private sealed class Reader(IParser parser)
    {
        private readonly Dictionary<string, YamlNode> _anchors = [];
        private readonly List<YamlNode> _top = [];

        public YamlNode ReadRoot(out int? broken)
        {
            broken = null;
            try
            {
                while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart)
                {
                }

                if (parser.Current is MappingStart or SequenceStart)
                {
                    ReadEntries(_top, depth: 0);
                }
            }
            catch (YamlException failure)
            {
                broken = (int)failure.Start.Line;
            }
            catch (InvalidOperationException)
            {
                // The parser runs out of tokens where a bracket on one line stays open and the text goes on.
                broken = (int)(parser.Current?.Start.Line ?? 1);
            }

            return new YamlNode(null, 1, null, _top);
        }

        private YamlNode ReadNode(string? key, int? keyLine, int depth)
        {
            var line = keyLine ?? (int)(parser.Current?.Start.Line ?? 1);
            switch (parser.Current)
            {
                case AnchorAlias alias:
                    return _anchors.GetValueOrDefault(alias.Value.Value) is { } meant
                        ? meant with { Key = key, Line = line }
                        : throw new AnchorNotFoundException(alias.Start, alias.End, "nothing has that name");
                case Scalar scalar:
                    return Remember(scalar, new YamlNode(key, line, scalar.Value, []));
                case NodeEvent start and (MappingStart or SequenceStart):
                    var entries = new List<YamlNode>();
                    ReadEntries(entries, depth);
                    return Remember(start, new YamlNode(key, line, null, entries));
                default:
                    throw new SemanticErrorException("a value is missing");
            }
        }

        private void ReadEntries(List<YamlNode> entries, int depth)
        {
            if (depth > DeepestNesting)
            {
                throw new SemanticErrorException("nested too deeply");
            }

            var isMapping = parser.Current is MappingStart;
            while (parser.MoveNext() && parser.Current is not (MappingEnd or SequenceEnd))
            {
                if (!isMapping)
                {
                    entries.Add(ReadNode(null, null, depth + 1));
                    continue;
                }

                var key = ReadNode(null, null, depth + 1);
                parser.MoveNext();
                ReadValueOf(key, entries, depth);
            }
        }

        /// <summary>A mapping's entry is added before its own entries are read, so that an error below it leaves it in place.</summary>
        private void ReadValueOf(YamlNode key, List<YamlNode> entries, int depth)
        {
            if (parser.Current is MappingStart or SequenceStart)
            {
                var start = (NodeEvent)parser.Current;
                var below = new List<YamlNode>();
                var node = new YamlNode(key.Value, key.Line, null, below);
                entries.Add(node);
                ReadEntries(below, depth + 1);
                Remember(start, node);
                return;
            }

            entries.Add(ReadNode(key.Value, key.Line, depth + 1));
        }

        private YamlNode Remember(NodeEvent source, YamlNode node)
        {
            if (!source.Anchor.IsEmpty)
            {
                _anchors[source.Anchor.Value] = node;
            }

            return node;
        }
    }
}
