namespace Hale.Machine.Environments.Code;

/// <summary>Whether a program comes to a place of its code; a later one of these implies those before it.</summary>
internal enum Reached
{
    /// <summary>Under some condition, or nobody can tell.</summary>
    Perhaps,

    /// <summary>Whenever the file is started as a program.</summary>
    AsProgram,

    /// <summary>Whenever the file is loaded.</summary>
    Always,
}
