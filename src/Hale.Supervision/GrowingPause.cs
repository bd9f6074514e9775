namespace Hale.Supervision;

/// <summary>Pauses of half a second to thirty, each about twice as long as the one before, and never two in step.</summary>
public sealed class GrowingPause
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _taken;

    public TimeSpan Next() => At(_taken++);

    /// <summary>The pause that comes after so many others.</summary>
    public static TimeSpan At(int before)
    {
        var pause = First * Math.Pow(2, Math.Min(before, 10)) * (1 + (Random.Shared.NextDouble() / 4));
        return pause < Longest ? pause : Longest;
    }
}
