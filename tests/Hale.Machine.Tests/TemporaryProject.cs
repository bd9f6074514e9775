using Hale.Kernel.Stacks;

namespace Hale.Machine.Tests;

/// <summary>A project folder of a test's own.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public Project Project { get; } = new() { Directory = Directory.CreateTempSubdirectory("hale-test-").FullName };

    public string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Project.Directory, .. parts]);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
    }

    public void Dispose() => Directory.Delete(Project.Directory, recursive: true);
}
