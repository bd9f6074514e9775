using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>A project that has nothing to hide.</summary>
internal sealed class NoSecrets : IDiscretion
{
    public string Redact(string text) => text;

    public void Learn(Func<IEnumerable<KeyValuePair<string, string>>> variables)
    {
    }
}
