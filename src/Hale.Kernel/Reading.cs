using System.Diagnostics.CodeAnalysis;

namespace Hale.Kernel;

/// <summary>One question put to the world: an answer, the reason there is none, or (both null) never asked.</summary>
public sealed record Reading<T>
    where T : class
{
    public T? Known { get; init; }

    public string? Unknown { get; init; }

    public bool Has([NotNullWhen(true)] out T? value)
    {
        value = Known;
        return value is not null;
    }
}

/// <summary>Makes readings.</summary>
public static class Reading
{
    public static Reading<T> Of<T>(T value)
        where T : class => new() { Known = value };

    public static Reading<T> Blind<T>(string why)
        where T : class => new() { Unknown = why };
}
