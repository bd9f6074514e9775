namespace Hale.Faults.Causes;

/// <summary>An error with the frames that led to it, as a language prints it.</summary>
/// <param name="First">The first line of it, counted from 0.</param>
/// <param name="At">The line that says the error.</param>
/// <param name="Last">The last line of it.</param>
internal sealed record Trace(int First, int At, int Last)
{
    /// <summary>What the error line says.</summary>
    public required string Says { get; init; }

    /// <summary>Its frames, innermost first, foreign ones too.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>True when the trace that comes right before it was its cause.</summary>
    public bool FollowsFromPrevious { get; init; }

    /// <summary>The one that says the root: the last, since most languages print what caused an error below it, unless it followed from the ones before.</summary>
    public static Trace? RootOf(IReadOnlyList<Trace> traces)
    {
        Trace? root = null;
        foreach (var trace in traces)
        {
            root = root is not null && trace.FollowsFromPrevious ? root : trace;
        }

        return root;
    }
}
