using Hale.Healing;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;

namespace Hale.Cli.Runs;

/// <summary>Knows the secrets of a project's files, and those that Compose and the engine showed during this run.</summary>
/// <param name="files">Reads those of the files; asked when the first text is to be told.</param>
internal sealed class Discretion(Func<EnvSecrets> files) : IDiscretion
{
    private readonly Lock _turn = new();
    private readonly Queue<Func<IEnumerable<KeyValuePair<string, string>>>> _heard = new();
    private readonly HashSet<string> _learnt = [];
    private EnvSecrets? _files;

    // Null while something was heard that it does not have yet. Every line of a log asks for it.
    private volatile Redaction? _current;

    public string Redact(string text) => (_current ?? Renewed()).Of(text);

    /// <summary>The text without the secrets themselves; what only looks like one stays.</summary>
    public string RedactKnown(string text) => (_current ?? Renewed()).Known(text);

    public void Learn(Func<IEnumerable<KeyValuePair<string, string>>> variables)
    {
        lock (_turn)
        {
            _heard.Enqueue(variables);
            _current = null;
        }
    }

    private Redaction Renewed()
    {
        lock (_turn)
        {
            _files ??= files();
            while (_heard.TryDequeue(out var variables))
            {
                _learnt.UnionWith(_files.Among(variables()));
            }

            return _current = new Redaction(_files.Values.Concat(_learnt));
        }
    }
}
