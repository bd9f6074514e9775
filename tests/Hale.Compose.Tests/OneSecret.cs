using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>A project that has one word to hide, or none.</summary>
internal sealed class OneSecret(string? word = null) : IDiscretion
{
    public string Redact(string text) => word is null ? text : text.Replace(word, "***", StringComparison.Ordinal);

    public void Learn(Func<IEnumerable<KeyValuePair<string, string>>> variables)
    {
    }
}
