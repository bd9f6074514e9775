using Hale.Images.Dockerfiles;
using Hale.Kernel.Stacks;

namespace Hale.Images.Wanted;

/// <summary>A copy of a Dockerfile without its <c># syntax=</c> line, kept in the project's state folder with a note of where it came from.</summary>
public static class DockerfileCopy
{
    private const string Note = ".original";
    private const string Ignore = ".dockerignore";

    public static string PathFor(Project project, string service) => Path.Combine(project.State, "build", service, "Dockerfile");

    public static void Write(string copy, string original, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.WriteAllText(copy, text);
        File.WriteAllText(copy + Note, original);
        // BuildKit takes the ignore file that lies beside the Dockerfile and bears its name, before the context's own.
        if (File.Exists(original + Ignore))
        {
            File.Copy(original + Ignore, copy + Ignore, overwrite: true);
        }
    }

    /// <summary>The Dockerfile that this one is a copy of; the path itself when it is none.</summary>
    public static string OriginalOf(string dockerfile) => File.Exists(dockerfile + Note) ? File.ReadAllText(dockerfile + Note) : dockerfile;

    /// <summary>True for a copy that says what its original says now.</summary>
    public static bool IsCurrent(string dockerfile) =>
        OriginalOf(dockerfile) is var original && original != dockerfile && File.Exists(original) && File.Exists(dockerfile)
        && DockerfileText.Read(File.ReadAllText(original)).WithoutSyntax() == File.ReadAllText(dockerfile);
}
