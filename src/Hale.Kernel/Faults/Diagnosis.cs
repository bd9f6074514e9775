namespace Hale.Kernel.Faults;

/// <summary>What a fault says of one evidence: clear, seen, cannot tell, or never asked.</summary>
public abstract record Diagnosis
{
    private Diagnosis()
    {
    }

    public static Diagnosis Absent { get; } = new Clear();

    public static Diagnosis NotAsked { get; } = new Unasked();

    public static Diagnosis Present(params IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? Absent : new Seen(findings);

    /// <summary>The reading it needs is unknown for the reason given, or (null) was never asked.</summary>
    public static Diagnosis CannotTell(string? why) => why is null ? NotAsked : new Blind(why);

    public sealed record Clear : Diagnosis;

    public sealed record Seen(IReadOnlyList<Finding> Findings) : Diagnosis;

    public sealed record Blind(string Why) : Diagnosis;

    public sealed record Unasked : Diagnosis;
}

/// <summary>A fault recognised in this run.</summary>
/// <param name="Fault">The fault's id.</param>
/// <param name="Subject">What it is about: a service, a file, a port, an image, or <c>machine</c>.</param>
/// <param name="Says">The cause in one plain sentence, with what was seen.</param>
public sealed record Finding(string Fault, string Subject, string Says)
{
    /// <summary>The subject of a finding that is about all services together.</summary>
    public const string WholeStack = "stack";

    /// <summary>What the remedy needs to know beyond the subject, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The service it is about, where the subject is not the service's name itself.</summary>
    public string? Service { get; init; }

    /// <summary>Another service whose trouble, where there is any, explains this finding, whatever <c>depends_on</c> says; null when there is none.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>True when the stack may well become healthy all the same: it is told, and does not stop the run.</summary>
    public bool OnlyWarns { get; init; }
}
