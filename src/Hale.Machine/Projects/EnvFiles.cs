using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>The project's <c>.env</c> and its template.</summary>
public static class EnvFiles
{
    private static readonly string[] Templates = [".env.example", ".env.template", ".env.sample", ".env.dist"];

    /// <summary>The environment file that is missing though its template is there; null when there is none.</summary>
    public static MissingEnvFile? Missing(Project project) =>
        !Path.Exists(Path.Combine(project.Directory, ".env"))
        && Templates.FirstOrDefault(name => File.Exists(Path.Combine(project.Directory, name))) is { } template
            ? new MissingEnvFile(".env", template)
            : null;
}
