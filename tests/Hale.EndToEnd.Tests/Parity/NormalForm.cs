using System.Text.Json.Nodes;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>
/// An inspect answer without what differs between two runs of the same tool: ids, times, process ids, addresses that the engine
/// chose, folders of the engine's own. Image ids, labels and all settings stay.
/// </summary>
internal sealed class NormalForm(KnownNames names)
{
    private static readonly string[] VolatileOfContainer =
        ["Id", "Created", "ResolvConfPath", "HostnamePath", "HostsPath", "LogPath", "ExecIDs"];

    private static readonly string[] VolatileOfState = ["Pid", "StartedAt", "FinishedAt", "Health"];

    private static readonly string[] VolatileOfEndpoint =
        ["SandboxID", "SandboxKey", "NetworkID", "EndpointID", "Gateway", "IPAddress", "IPPrefixLen", "IPv4Address", "IPv6Address",
         "IPv6Gateway", "GlobalIPv6Address", "GlobalIPv6PrefixLen"];

    /// <summary>The lists whose order says nothing.</summary>
    private static readonly HashSet<string> Unordered =
        ["Env", "Binds", "Mounts", "Aliases", "DNSNames", "Links", "VolumesFrom", "ExtraHosts", "Ulimits", "RepoTags"];

    public JsonObject Container(JsonObject container)
    {
        var kept = Copy(container, VolatileOfContainer);
        kept["State"] = Copy(container["State"]!.AsObject(), VolatileOfState);
        kept["GraphDriver"] = container["GraphDriver"]?["Name"]?.DeepClone();
        var network = Copy(container["NetworkSettings"]!.AsObject(), VolatileOfEndpoint);
        DropDerivedMac(network, container["NetworkSettings"]!.AsObject());
        foreach (var (name, endpoint) in container["NetworkSettings"]!["Networks"]?.AsObject() ?? [])
        {
            var shown = Copy(endpoint!.AsObject(), VolatileOfEndpoint);
            DropDerivedMac(shown, endpoint.AsObject());
            network["Networks"]![name] = shown;
        }

        HideChosenPorts(network["Ports"] as JsonObject, container["HostConfig"]?["PortBindings"] as JsonObject);
        kept["NetworkSettings"] = network;
        SortDependencies(kept["Config"]?["Labels"] as JsonObject);
        HideHashOfIds(kept);
        return Named(kept);
    }

    public JsonObject Network(JsonObject network)
    {
        var kept = Copy(network, ["Id", "Created"]);
        foreach (var pool in kept["IPAM"]?["Config"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (IsChosen(KnownNames.Text(pool["Subnet"])))
            {
                pool["Subnet"] = "<chosen>";
                pool["Gateway"] = "<chosen>";
            }
        }

        var containers = new JsonObject();
        foreach (var (id, endpoint) in network["Containers"]?.AsObject() ?? [])
        {
            containers[names.In(id)] = Copy(endpoint!.AsObject(), [.. VolatileOfEndpoint, "MacAddress"]);
        }

        kept["Containers"] = containers;
        return Named(kept);
    }

    public JsonObject Volume(JsonObject volume) => Named(Copy(volume, ["CreatedAt", "Mountpoint"]));

    public JsonObject Image(JsonObject image) => Named(new JsonObject
    {
        ["Id"] = image["Id"]?.DeepClone(),
        ["RepoTags"] = image["RepoTags"]?.DeepClone(),
        ["Config"] = image["Config"]?.DeepClone(),
        ["RootFS"] = image["RootFS"]?.DeepClone(),
    });

    private static JsonObject Copy(JsonObject from, IReadOnlyCollection<string> without)
    {
        var copy = from.DeepClone().AsObject();
        foreach (var key in without)
        {
            copy.Remove(key);
        }

        return copy;
    }

    /// <summary>A MAC address that the engine made from the IP address goes; one that somebody chose stays.</summary>
    private static void DropDerivedMac(JsonObject kept, JsonObject from)
    {
        var address = KnownNames.Text(from["IPAddress"]);
        var derived = address.Length == 0
            ? ""
            : "02:42:" + string.Join(':', address.Split('.').Select(part => int.Parse(part).ToString("x2")));
        if (KnownNames.Text(from["MacAddress"]) == derived)
        {
            kept.Remove("MacAddress");
        }
    }

    /// <summary>The pools that the engine takes networks from when nobody asks for one.</summary>
    private static bool IsChosen(string subnet) =>
        subnet.StartsWith("172.", StringComparison.Ordinal) || subnet.StartsWith("192.168.", StringComparison.Ordinal);

    private static void HideChosenPorts(JsonObject? published, JsonObject? asked)
    {
        foreach (var (port, bindings) in published ?? [])
        {
            var wanted = (asked?[port]?.AsArray() ?? []).Select(binding => KnownNames.Text(binding?["HostPort"])).ToList();
            if (bindings is JsonArray bound && wanted.Any(port => port is "" or "0" || port.Contains('-', StringComparison.Ordinal)))
            {
                foreach (var binding in bound.OfType<JsonObject>())
                {
                    binding["HostPort"] = "<chosen>";
                }
            }
        }
    }

    /// <summary>Compose hashes the id of a container whose namespace or volumes are shared, so that its own two runs differ.</summary>
    private static void HideHashOfIds(JsonObject container)
    {
        var host = container["HostConfig"]!;
        var modes = new[] { host["NetworkMode"], host["IpcMode"], host["PidMode"] }.Select(KnownNames.Text);
        if (modes.Any(mode => mode.StartsWith("container:", StringComparison.Ordinal)) || host["VolumesFrom"] is JsonArray { Count: > 0 })
        {
            container["Config"]!["Labels"]!["com.docker.compose.config-hash"] = "<of an id>";
        }
    }

    private static void SortDependencies(JsonObject? labels)
    {
        const string label = "com.docker.compose.depends_on";
        if (KnownNames.Text(labels?[label]) is { Length: > 0 } listed)
        {
            labels![label] = string.Join(',', listed.Split(',').Order(StringComparer.Ordinal));
        }
    }

    private JsonObject Named(JsonObject tree) => (JsonObject)Named("", tree)!;

    private JsonNode? Named(string key, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject pairs:
                var named = new JsonObject();
                foreach (var (name, value) in pairs)
                {
                    named[names.In(name)] = Named(name, value);
                }

                return named;
            case JsonArray list:
                var all = list.Select(item => Named("", item));
                return new JsonArray([.. Unordered.Contains(key) ? all.OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal) : all]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return names.In(text);
            default:
                return node?.DeepClone();
        }
    }
}
