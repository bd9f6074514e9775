using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads a service's build section of the canonical model.</summary>
internal static class BuildReader
{
    public static BuildSource Read(JsonElement build)
    {
        var context = build.Text("context") ?? "";
        var remote = IsRemote(context);
        var inline = build.Text("dockerfile_inline");
        var dockerfile = build.Text("dockerfile") ?? "Dockerfile";
        return new BuildSource
        {
            Context = context,
            IsRemote = remote,
            DockerfileInline = inline,
            Dockerfile = inline is not null ? null : remote ? dockerfile : Path.GetFullPath(dockerfile, context),
            Target = build.Text("target"),
            AdditionalContexts = build.Members("additional_contexts").ToDictionary(named => named.Name, named => named.Value.AsText() ?? ""),
            Args = build.Members("args").ToDictionary(argument => argument.Name, argument => argument.Value.AsText()),
        };
    }

    /// <summary>True for an address that BuildKit fetches itself. Compose makes every local context absolute.</summary>
    public static bool IsRemote(string context) => !Path.IsPathFullyQualified(context);
}
