namespace Hale.Machine.Environments.Code;

/// <summary>A file that says how programs are started, or what they are made of.</summary>
/// <param name="Path">Relative to the project, with <c>/</c> between its parts.</param>
/// <param name="Kind">What it is: no source of a program.</param>
/// <param name="Text">Its text.</param>
internal sealed record StartText(string Path, SourceKind Kind, string Text)
{
    /// <summary>Its lines without comments; one that ends with a backslash goes on in the next.</summary>
    public IEnumerable<string> Lines => Text.Replace("\r", "", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => !line.TrimStart().StartsWith('#'));

    /// <summary>The folder that it lies in, with a <c>/</c> behind it; empty for the project's own.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];
}
