using Hale.Docker.Databases;

namespace Hale.Cli.Runs;

/// <summary>The databases that a restore has begun to replace, each in a session that ends with this at the latest.</summary>
internal sealed class Replacements : IAsyncDisposable
{
    private readonly Dictionary<string, Replacement> _all = [];

    public Replacement Add(string database, Replacement replacement)
    {
        _all.Add(database, replacement);
        return replacement;
    }

    public Replacement? Find(string database) => _all.GetValueOrDefault(database);

    public async ValueTask DisposeAsync()
    {
        foreach (var replacement in _all.Values)
        {
            await replacement.DisposeAsync().ConfigureAwait(false);
        }
    }
}
