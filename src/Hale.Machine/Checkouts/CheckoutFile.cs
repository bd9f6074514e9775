using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Checkouts;

/// <summary>The name that this checkout goes by, in <c>.hale/checkout.json</c>. Where that is lost, the list of checkouts knows a name that Hale gave.</summary>
public sealed class CheckoutFile(Project project, IStateFolder folder, CheckoutList list)
{
    private const string FileName = "checkout.json";

    /// <summary>What it would be, in the place of what is noted.</summary>
    private OwnName? Assumed { get; init; }

    /// <summary>True once it was brought up: then the name is its own.</summary>
    public bool IsNoted => InFile() is not null;

    /// <summary>
    /// The name that Compose is to be given: one that Hale gave, or the project's own as it was before the folder was moved. Null where
    /// Compose finds the name itself, and where the file came along with a copy of another checkout, which is still there and goes by it.
    /// </summary>
    public string? Given() => Read() is { } own && (own.Other is not null || own.Stays || !IsHere(own)) ? own.Name : null;

    /// <summary>This checkout as it would be under another name, with nothing written.</summary>
    public CheckoutFile As(string name, string other) => new(project, folder, list) { Assumed = new OwnName(name, project.Directory, other) };

    /// <summary>What to note of this checkout, now that it goes by a name. The project's own name is kept when the folder moves.</summary>
    /// <param name="name">The name.</param>
    /// <param name="other">The folder of the checkout that has the project's own name; null when that is this one.</param>
    public void Note(string name, string? other)
    {
        var before = InFile();
        var own = before?.Name == name
            ? before with { Folder = project.Directory, Stays = before.Stays || !IsHere(before) }
            : new OwnName(name, project.Directory, other);
        if (own != before)
        {
            folder.Write(FileName, JsonSerializer.Serialize(own, CheckoutJson.Default.OwnName) + "\n");
        }
    }

    public CheckoutFacts Facts() => Read() is { Other: { } other } own ? new CheckoutFacts { OwnName = own.Name, Other = other } : new CheckoutFacts();

    private OwnName? Read() => Assumed ?? InFile() ?? list.Read().Where(one => one.Folder == project.Directory && one.Other is not null)
        .OrderByDescending(one => one.LastUp).Select(one => new OwnName(one.Name, one.Folder, one.Other)).FirstOrDefault();

    private bool IsHere(OwnName own) => SamePlace.Is(own.Folder, project.Directory);

    private OwnName? InFile()
    {
        try
        {
            return folder.Read(FileName) is { } text && JsonSerializer.Deserialize(text, CheckoutJson.Default.OwnName) is { Name.Length: > 0, Folder: { } at } own
                && (IsHere(own) || !Directory.Exists(at))
                    ? own
                    : null;
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
    /// <summary>True once the folder was moved: what Compose would call it now is not what its volumes are called.</summary>
    public bool Stays { get; init; }
}

/// <summary>How checkouts are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OwnName))]
[JsonSerializable(typeof(IReadOnlyList<KnownCheckout>))]
internal sealed partial class CheckoutJson : JsonSerializerContext;
