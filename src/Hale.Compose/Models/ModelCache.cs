using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Compose.Commands;
using Hale.Compose.Sources;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>
/// Keeps the model under <c>.hale/cache</c>, with the paths that it was made of. Those paths come from the files themselves, so as
/// long as no content changes the list is still the right one, and a look at the cache need not understand any YAML. A model in which
/// a secret is written out is not kept.
/// </summary>
internal sealed class ModelCache(Project project, IStateFolder folder, ComposeFiles files, string tools, IDiscretion discretion)
{
    private const string FileName = "cache/model.json";

    /// <summary>The kept model when nothing that it was made of has changed; null otherwise.</summary>
    public ResolvedModel? Read()
    {
        try
        {
            return folder.ReadKept(FileName) is { } text
                && JsonSerializer.Deserialize(text, ModelJson.Default.CachedModel) is { } kept
                && kept.Key == KeyOf(kept.Paths)
                    ? new ResolvedModel(kept.Stack, kept.Identity, kept.Builds) { Warnings = kept.Warnings ?? [], Parts = kept.Parts ?? new Dictionary<string, string>() }
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(ResolvedModel model)
    {
        var sources = ComposeSources.Of(project.Directory, files.Find());
        var stack = GlobalArgs.OnlyIn(model.Stack);
        if (!sources.AreAllKnown || Texts(stack).Any(text => discretion.Redact(text) != text))
        {
            folder.Delete(FileName);
            return;
        }

        string[] paths = [.. sources.Paths.Concat(AlwaysRead()).Concat(GlobalArgs.Dockerfiles(model.Stack)).Distinct().Order(StringComparer.Ordinal)];
        var kept = new CachedModel(KeyOf(paths), model.Identity, paths, model.Builds, stack, model.Warnings) { Parts = model.Parts };
        folder.TryWrite(FileName, JsonSerializer.Serialize(kept, ModelJson.Default.CachedModel));
    }

    // What a person writes freely, and what the kept model could not do without.
    private static IEnumerable<string> Texts(Stack stack)
    {
        var rules = stack.Settings.Faults.SelectMany(rule => rule.Advice.Append(rule.Match).Append(rule.Cause).Append(string.Join(' ', rule.Command)));
        var builds = stack.Services.Select(service => service.Build).OfType<BuildSource>().SelectMany(build => build.Args.Values.Append(build.DockerfileInline));
        return rules.Append(string.Join(' ', stack.Settings.Database?.SeedCommand ?? [])).Concat(builds.OfType<string>()).Where(text => text.Length > 0);
    }

    /// <summary>What Compose looks for whatever the files say; a file that appears changes the model as one that changes does.</summary>
    private IEnumerable<string> AlwaysRead()
    {
        yield return project.OverlayFile;
        yield return files.EnvFile;
        foreach (var name in ComposeFiles.MainNames.Concat(ComposeFiles.OverrideNames))
        {
            yield return Path.Combine(project.Directory, name);
        }

        foreach (var name in (Environment.GetEnvironmentVariable("COMPOSE_ENV_FILES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.GetFullPath(name, project.Directory);
        }
    }

    private string KeyOf(IEnumerable<string> paths) => new ModelKey(project, tools, ModelKey.EnvironmentOf(project)).Of(paths);
}

/// <summary>The model as it lies on disk.</summary>
internal sealed record CachedModel(
    string Key, string Identity, IReadOnlyList<string> Paths, IReadOnlyDictionary<string, string> Builds, Stack Stack, IReadOnlyList<string>? Warnings)
{
    public IReadOnlyDictionary<string, string>? Parts { get; init; }
}

/// <summary>How the model is kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CachedModel))]
internal sealed partial class ModelJson : JsonSerializerContext;
