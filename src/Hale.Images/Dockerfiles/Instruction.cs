namespace Hale.Images.Dockerfiles;

/// <summary>One instruction of a Dockerfile, continuation lines joined and comments gone.</summary>
/// <param name="Keyword">Its keyword, in capitals.</param>
/// <param name="Text">What follows the keyword.</param>
/// <param name="HereDocuments">The text of its here-documents, for those that have any.</param>
public sealed record Instruction(string Keyword, string Text, string HereDocuments)
{
    /// <summary>The number of its first line, counted from 0.</summary>
    public int Line { get; init; }

    /// <summary>The flags in front, such as <c>--from=build</c>, each split at the first equals sign.</summary>
    public IEnumerable<(string Name, string Value)> Flags =>
        Words.TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word =>
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (word[2..], "") : (word[2..equals], word[(equals + 1)..]);
        });

    /// <summary>The words after the flags.</summary>
    public IReadOnlyList<string> Rest => [.. Words.SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal))];

    private IEnumerable<string> Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
