using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Hands;

/// <summary>A file as it is before a tool may write it, so that it is written whole or not at all.</summary>
internal sealed class ToolFile
{
    private readonly Project _project;
    private readonly string _path;
    private readonly byte[]? _content;
    private readonly UnixFileMode? _rights;

    private ToolFile(Project project, string path)
    {
        (_project, _path) = (project, path);
        _content = File.Exists(path) ? File.ReadAllBytes(path) : null;
        _rights = WholeFile.RightsOf(path);
    }

    /// <summary>Reads a file that lies in the project.</summary>
    public static ToolFile Read(Project project, string file) => new(project, InsideProject.PathOf(project, file) ?? throw new IOException(InsideProject.LeadsOut(file)));

    /// <summary>Makes the file what it was, unless the tool did its work to the end.</summary>
    public void PutBackUnless(bool done)
    {
        if (done || IsAsItWas())
        {
            return;
        }

        if (_content is null)
        {
            File.Delete(_path);
        }
        else
        {
            WholeFile.Put(_project, _path, _content, _rights, overwrite: true);
        }
    }

    private bool IsAsItWas() => File.Exists(_path) ? _content is not null && File.ReadAllBytes(_path).AsSpan().SequenceEqual(_content) : _content is null;
}
