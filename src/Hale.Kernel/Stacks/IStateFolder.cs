namespace Hale.Kernel.Stacks;

/// <summary>The project's folder for Hale's own files: made when first needed, kept out of Git by a file of its own.</summary>
public interface IStateFolder
{
    /// <summary>The full path of a file, given by its path below the folder.</summary>
    string PathOf(string name);

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    void Make();

    /// <summary>The text of a file; null when it is not there or cannot be read.</summary>
    string? Read(string name);

    /// <summary>Writes a file as a whole: whoever reads meanwhile sees the old text or the new one.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    void Write(string name, string text);

    /// <summary>Writes what is only there to save time: a folder that cannot be written costs the time and no more.</summary>
    void TryWrite(string name, string text);

    /// <summary>What <see cref="TryWrite"/> wrote; null when it is not there, or is not to the letter what was written.</summary>
    string? ReadKept(string name);

    /// <summary>Deletes a file; one that is not there, or cannot be deleted, is left.</summary>
    void Delete(string name);
}
