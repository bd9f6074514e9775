namespace Hale.Machine.Environments.Code;

/// <summary>
/// A source text beside a copy of the same length that is code alone: comments are blanks, and what stands within quotes is
/// <see cref="Inside"/>, letter for letter. What is found in the copy is at the same place in the text.
/// </summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="Code">The copy.</param>
internal sealed record Masked(string Text, string Code)
{
    /// <summary>Stands in the copy for a letter within quotes.</summary>
    public const char Inside = '\u0001';

    /// <summary>Text within code within text: more of it than a person writes.</summary>
    public const int DeepestNesting = 12;

    /// <summary>The line of a place, counted from 1.</summary>
    public int LineOf(int at) => Text.AsSpan(0, at).Count('\n') + 1;

    /// <summary>The first letter of code from a place on that is no blank, with its place; <c>'\0'</c> at the end.</summary>
    public (char Letter, int At) Next(int at)
    {
        while (at < Code.Length && char.IsWhiteSpace(Code[at]))
        {
            at++;
        }

        return at < Code.Length ? (Code[at], at) : ('\0', at);
    }

    /// <summary>True when code assigns to what ends at this place: <c>=</c> alone, or one with an operation before it.</summary>
    public bool IsAssignedAt(int at)
    {
        var (_, from) = Next(at);
        var to = from;
        while (to < Code.Length && to - from < 3 && Code[to] is '|' or '?' or '&' or '+')
        {
            to++;
        }

        return to < Code.Length && Code[to] is '=' && (to + 1 == Code.Length || Code[to + 1] is not ('=' or '>'));
    }
}
