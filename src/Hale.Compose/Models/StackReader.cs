using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads what <c>docker compose config --format json</c> prints.</summary>
internal static class StackReader
{
    /// <summary>Reads the model. Compose writes each dollar sign twice, so that its output can be a Compose file again.</summary>
    public static Stack Read(string json)
    {
        using var document = JsonDocument.Parse(json.Replace("$$", "$", StringComparison.Ordinal));
        var root = document.RootElement;
        var name = root.Text("name") ?? "";
        return new Stack
        {
            Name = name,
            Services = [.. root.Members("services").Select(service => ServiceReader.Read(name, service, root))],
            Networks = [.. root.Members("networks").Select(NetworkOf)],
            Volumes = [.. root.Members("volumes").Select(volume => new StackVolume(volume.Name, NameOf(volume), IsExternal(volume)))],
            Settings = SettingsReader.Read(root),
        };
    }

    // {"name": "notes_inner", "ipam": {"config": [{"subnet": "10.5.0.0/16"}]}}
    private static StackNetwork NetworkOf(JsonProperty network)
    {
        var subnets = network.Value.Member("ipam")?.Items("config").Select(range => range.Text("subnet")).OfType<string>().ToArray() ?? [];
        return new StackNetwork(network.Name, NameOf(network), IsExternal(network)) { Subnets = subnets is [] ? [] : subnets };
    }

    private static string NameOf(JsonProperty thing) => thing.Value.Text("name") ?? thing.Name;

    private static bool IsExternal(JsonProperty thing) => thing.Value.Flag("external");
}
