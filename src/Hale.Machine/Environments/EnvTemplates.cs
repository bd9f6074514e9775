namespace Hale.Machine.Environments;

/// <summary>The names by which a template of a file is known: the file's own with an ending.</summary>
internal static class EnvTemplates
{
    /// <summary>A file that says more of the variables than a template does, by the convention of <c>@env-spec</c>.</summary>
    public const string Schema = ".schema";

    /// <summary>The endings of templates, those that are taken first in front.</summary>
    public static readonly IReadOnlyList<string> Endings = [".example", ".template", ".sample", ".dist"];

    /// <summary>True for a template or a schema.</summary>
    public static bool Is(string path) => Endings.Append(Schema).Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The template beside a file; null when there is none that can be read.</summary>
    public static string? Of(string path) => Endings.Select(ending => path + ending).FirstOrDefault(IsThere);

    /// <summary>True for a file that is there; a link that leads nowhere, or in a circle, is as good as no file.</summary>
    public static bool IsThere(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file && file.ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true };
        }
        catch (IOException)
        {
            return false;
        }
    }
}
