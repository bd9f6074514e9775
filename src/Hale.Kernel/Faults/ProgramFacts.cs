namespace Hale.Kernel.Faults;

/// <summary>The programs and scripts that containers which failed were to run, as they lie in those containers.</summary>
public sealed record ProgramFacts(IReadOnlyList<SeenProgram> Programs)
{
    /// <summary>The processor of the engine's machine, such as <c>amd64</c>; empty when it did not say.</summary>
    public string Processor { get; init; } = "";

    /// <summary>What a service's container has where a program was looked for; null when nobody looked.</summary>
    public SeenProgram? Of(string service, string name) => Programs.FirstOrDefault(one => one.Service == service && one.Name == name);
}

/// <summary>A program or script of a container.</summary>
public sealed record SeenProgram
{
    public required string Service { get; init; }

    /// <summary>Its name or path as the command or the engine's refusal has it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies in the container, links followed; null when it is not there. A bare name is looked for where tools install programs beside the path that is searched.</summary>
    public string? At { get; init; }

    public bool IsFolder { get; init; }

    /// <summary>True when its mode lets somebody execute it.</summary>
    public bool Executable { get; init; }

    /// <summary>For a text: its first line as it stands, carriage return and all; at most 200 characters.</summary>
    public string FirstLine { get; init; } = "";

    /// <summary>For a text: true when lines of it end with a carriage return.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>For a text: true when it begins with a byte order mark.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>For a binary: the processor it is for, such as <c>amd64</c> or <c>arm64</c>; null for a text.</summary>
    public string? Processor { get; init; }

    /// <summary>What runs it: the program of its <c>#!</c> line, or the loader that a binary names; null when it names none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>Where that lies, in its own place or in another usual one; null when it is nowhere.</summary>
    public string? InterpreterAt { get; init; }

    /// <summary>The processor that its interpreter is for; null where that is not known.</summary>
    public string? InterpreterProcessor { get; init; }

    /// <summary>The file of the project that it comes from, relative to it: mounted, or copied from a build's context; null when none is known.</summary>
    public string? Source { get; init; }

    /// <summary>True when it is a binary.</summary>
    public bool IsBinary => Processor is not null;
}
