namespace Hale.Docker;

/// <summary>The labels by which Compose knows its own (github.com/docker/compose, pkg/api/labels.go).</summary>
internal static class ComposeLabels
{
    public const string Project = "com.docker.compose.project";
    public const string Service = "com.docker.compose.service";
    public const string Number = "com.docker.compose.container-number";
    public const string ConfigHash = "com.docker.compose.config-hash";
    public const string Folder = "com.docker.compose.project.working_dir";
    public const string Files = "com.docker.compose.project.config_files";
    public const string Volume = "com.docker.compose.volume";
    public const string DependsOn = "com.docker.compose.depends_on";
    public const string OneOff = "com.docker.compose.oneoff";
}
