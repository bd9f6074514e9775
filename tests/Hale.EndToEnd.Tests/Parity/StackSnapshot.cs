using System.Text.Json.Nodes;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>Everything the engine holds of one project at one moment, in a form that can be compared.</summary>
internal static class StackSnapshot
{
    /// <summary>What is there now: containers, networks, volumes, images and files, by name.</summary>
    /// <param name="project">The project.</param>
    /// <param name="names">What is known of the project's ids; learns more.</param>
    public static async Task<JsonObject> TakeAsync(ParityProject project, KnownNames names)
    {
        var label = $"label=com.docker.compose.project={project.Project}";
        var containers = await InspectAsync("container", await IdsAsync("ps", "-aq", "--no-trunc", "--filter", label));
        var networks = await InspectAsync("network", [.. await IdsAsync("network", "ls", "-q", "--no-trunc", "--filter", label), .. project.External.Networks]);
        names.Meet(containers, networks);
        var there = await IdsAsync("volume", "ls", "-q");
        var volumes = await InspectAsync(
            "volume",
            [
                .. (await IdsAsync("volume", "ls", "-q", "--filter", label))
                    .Concat(project.External.Volumes)
                    .Concat(names.AnonymousVolumes.Intersect(there)),
            ]);
        var images = await InspectAsync("image", await IdsAsync("image", "ls", "-q", "--no-trunc", "--filter", label));

        var form = new NormalForm(names);
        return new JsonObject
        {
            ["containers"] = ByName(containers, form.Container, "Name"),
            ["networks"] = ByName(networks, form.Network, "Name"),
            ["volumes"] = ByName(volumes, form.Volume, "Name"),
            ["images"] = ByName(images, form.Image, "Id"),
            ["files"] = containers.Count == 0 ? await FilesInVolumesAsync(project) : await FilesAsync(project),
        };
    }

    private static JsonObject ByName(JsonArray answers, Func<JsonObject, JsonObject> normal, string key)
    {
        var named = new JsonObject();
        foreach (var answer in answers.OfType<JsonObject>().Select(normal).OrderBy(answer => KnownNames.Text(answer[key]), StringComparer.Ordinal))
        {
            named[KnownNames.Text(answer[key]).TrimStart('/')] = answer;
        }

        return named;
    }

    private static Task<JsonObject> FilesAsync(ParityProject project) =>
        ReadAsync(project.Read, (container, path) => ["exec", "-u", "0", container, .. Reading(path)]);

    private static Task<JsonObject> FilesInVolumesAsync(ParityProject project) =>
        ReadAsync(project.Left, (volume, path) => ["run", "--rm", "--network", "none", "-v", $"{volume}:/left:ro", "hale.test/tiny:1", .. Reading($"/left/{path}")]);

    private static async Task<JsonObject> ReadAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> places, Func<string, string, IReadOnlyList<string>> command)
    {
        var files = new JsonObject();
        foreach (var (holder, path) in places.SelectMany(place => place.Value.Select(path => (place.Key, path))))
        {
            var said = await Tool.DockerAsync(command(holder, path));
            files[$"{holder}:{path}"] = said.ExitCode == 0 ? said.Output : $"not readable: {said.Errors.Trim()}";
        }

        return files;
    }

    private static string[] Reading(string path) => ["sh", "-c", "stat -L -c '%a %u %g' \"$1\" && cat \"$1\"", "sh", path];

    private static async Task<IReadOnlyList<string>> IdsAsync(params string[] arguments)
    {
        var output = await Tool.AskDockerAsync(arguments);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }

    private static async Task<JsonArray> InspectAsync(string kind, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? [] : JsonNode.Parse(await Tool.AskDockerAsync([kind, "inspect", .. ids]))!.AsArray();
}
