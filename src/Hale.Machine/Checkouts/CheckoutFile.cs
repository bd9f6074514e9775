using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Checkouts;

/// <summary>The name that Hale gave to this checkout, in <c>.hale/checkout.json</c>. There is none where the checkout goes by the project's own name.</summary>
public sealed class CheckoutFile(Project project, IStateFolder folder)
{
    private const string FileName = "checkout.json";

    /// <summary>The name; null when there is none, or when the file came along with a copy of another checkout, which is still there and goes by it.</summary>
    public OwnName? Read()
    {
        try
        {
            return folder.Read(FileName) is { } text && JsonSerializer.Deserialize(text, CheckoutJson.Default.OwnName) is { Name.Length: > 0, Folder: { } at } own
                && (SamePlace.Is(at, project.Directory) || !Directory.Exists(at))
                    ? own
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public CheckoutFacts Facts() => Read() is { } own ? new CheckoutFacts { OwnName = own.Name, Other = own.Other } : new CheckoutFacts();

    public void Write(string name, string other) =>
        folder.Write(FileName, JsonSerializer.Serialize(new OwnName(name, project.Directory, other), CheckoutJson.Default.OwnName) + "\n");
}

/// <summary>A checkout's own name.</summary>
/// <param name="Name">The Compose project name.</param>
/// <param name="Folder">The checkout's folder when it got the name.</param>
/// <param name="Other">The folder of the checkout that has the project's own name.</param>
public sealed record OwnName(string Name, string Folder, string Other);

/// <summary>How checkouts are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OwnName))]
[JsonSerializable(typeof(IReadOnlyList<KnownCheckout>))]
internal sealed partial class CheckoutJson : JsonSerializerContext;
