namespace Hale.Kernel.Stacks;

/// <summary>Keeps a project's secrets out of what others read.</summary>
public interface IDiscretion
{
    /// <summary>The text without any secret that is known by now.</summary>
    string Redact(string text);

    /// <summary>
    /// Takes note of variables with their values as Compose resolved them, or as the engine has them: what a file says is not always what
    /// a container gets. Those that are meant to be secret are kept out of all that is told from now on.
    /// </summary>
    /// <param name="variables">Gives them; asked only when a text is to be told, and once.</param>
    void Learn(Func<IEnumerable<KeyValuePair<string, string>>> variables);
}
