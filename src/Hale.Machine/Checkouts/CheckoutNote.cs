using System.Text.Json;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>What a folder's <c>.hale/checkout.json</c> says.</summary>
internal static class CheckoutNote
{
    public const string FileName = "checkout.json";

    /// <summary>The note; null where there is none, or none that can be read.</summary>
    public static OwnName? Of(string folder)
    {
        try
        {
            var state = new StateFolder(new Project { Directory = folder });
            return new FileInfo(state.PathOf(FileName)) is { Exists: true, Length: <= CheckoutFile.MostBytes } && state.Read(FileName) is { } text && JsonSerializer.Deserialize(text, CheckoutJson.Default.OwnName) is { Name.Length: > 0, Folder: not null } own ? own : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A checkout's own name.</summary>
/// <param name="Name">The Compose project name.</param>
/// <param name="Folder">The checkout's folder when it got the name.</param>
/// <param name="Other">The folder of the checkout that has the project's own name; null when that is this one.</param>
public sealed record OwnName(string Name, string Folder, string? Other)
{
    /// <summary>What tells this checkout from any other one, wherever it is; null in a note of an older Hale.</summary>
    public string? Id { get; init; }

    /// <summary>The folder that it was in before it was moved; null when it never was.</summary>
    public string? From { get; init; }

    /// <summary>True once the folder was moved: what Compose would call it now is not what its volumes are called.</summary>
    public bool Stays { get; init; }
}
