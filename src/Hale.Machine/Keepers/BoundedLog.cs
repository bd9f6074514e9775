using System.Text;

namespace Hale.Machine.Keepers;

/// <summary>A log that never grows without end: when it is full it takes the place of the one before, and a new one begins.</summary>
/// <param name="path">The file; the one before it has <c>.1</c> behind its name.</param>
/// <param name="most">How many bytes a file may hold.</param>
public sealed class BoundedLog(string path, long most = 1 << 20) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
        {
            Append();
        }
    }

    // Opened for each line: whoever deletes or moves the file does no harm, and a disk that is full costs lines, not the keeper.
    private void Append()
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length + _line.Length > most)
            {
                File.Move(path, path + ".1", overwrite: true);
            }

            File.AppendAllText(path, _line.ToString());
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // The next line may be written again.
        }

        _line.Clear();
    }
}
