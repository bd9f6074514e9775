namespace Hale.Machine.Environments;

/// <summary>What a template says of one variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Line">The line of its entry in the template, counted from 1.</param>
internal sealed record EnvRule(string Name, int Line)
{
    /// <summary>True when it has to have a value.</summary>
    public bool Required { get; init; }

    /// <summary>True when its value is not for others' eyes.</summary>
    public bool Sensitive { get; init; }

    /// <summary>What its value has to be; null when any text will do.</summary>
    public EnvType? Type { get; init; }
}
