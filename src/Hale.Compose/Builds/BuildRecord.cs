using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Compose.Models;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Builds;

/// <summary>Remembers, under <c>.hale/cache</c>, what each service's image was built from, and says where that has changed.</summary>
internal sealed class BuildRecord(IStateFolder folder)
{
    private const string FileName = "cache/builds.json";

    /// <summary>The services that are built from something else than last time, or were never built by Hale.</summary>
    public IReadOnlyList<string> OutOfDate(ResolvedModel model)
    {
        var known = Load();
        var now = Fingerprints(model, model.Builds.Keys);
        var stale = model.Stack.Services
            .Where(service => service.Build is { IsRemote: false } && known.GetValueOrDefault(NameOf(model, service.Name)) != now[service.Name])
            .Select(service => service.Name)
            .ToHashSet();

        // What is built on another service's image is as old as that one.
        while (model.Stack.Services.FirstOrDefault(service => !stale.Contains(service.Name) && BuildsOn(service, stale)) is { } next)
        {
            stale.Add(next.Name);
        }

        return [.. stale.Order(StringComparer.Ordinal)];
    }

    /// <summary>Those of them that Hale has built at all.</summary>
    public IReadOnlyList<string> ChangedSinceBuilt(ResolvedModel model)
    {
        var known = Load();
        return [.. OutOfDate(model).Where(service => known.ContainsKey(NameOf(model, service)))];
    }

    /// <summary>What the services would be built from at this moment.</summary>
    public static IReadOnlyDictionary<string, string> Fingerprints(ResolvedModel model, IEnumerable<string> services)
    {
        var contexts = new Dictionary<(string, string?), string>();
        return model.Stack.Services
            .Where(service => service.Build is not null && services.Contains(service.Name))
            .ToDictionary(service => service.Name, service => Fingerprint(service.Build!, model.Builds.GetValueOrDefault(service.Name) ?? "", ContextOf));

        // Several services often share one context.
        string ContextOf(string folder, string? ignoreFile) =>
            contexts.TryGetValue((folder, ignoreFile), out var known) ? known : contexts[(folder, ignoreFile)] = ContextDigest.Of(folder, ignoreFile);
    }

    public void Remember(ResolvedModel model, IReadOnlyDictionary<string, string> built)
    {
        var all = Load();
        foreach (var (service, fingerprint) in built)
        {
            all[NameOf(model, service)] = fingerprint;
        }

        folder.TryWrite(FileName, JsonSerializer.Serialize(all, BuildsJson.Default.DictionaryStringString));
    }

    private static string Fingerprint(BuildSource build, string section, Func<string, string?, string> contextOf)
    {
        try
        {
            var parts = new List<string> { section };
            if (!build.IsRemote)
            {
                var dockerfile = build.Dockerfile is { } path && File.Exists(path) ? path : null;
                var ignore = dockerfile is not null && File.Exists(dockerfile + ".dockerignore") ? dockerfile + ".dockerignore" : null;
                parts.Add(dockerfile is null ? "" : File.ReadAllText(dockerfile));
                parts.Add(contextOf(build.Context, ignore));
            }

            parts.AddRange(build.AdditionalContexts.Values.Where(Directory.Exists).Select(folder => contextOf(folder, null)));
            return ResolvedModel.Digest(string.Join('\0', parts));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // No digest is like this one, so the build is tried, and says by itself what cannot be read.
            return failure.Message;
        }
    }

    private static bool BuildsOn(Service service, HashSet<string> stale) =>
        service.Build?.AdditionalContexts.Values.Any(context =>
            context.StartsWith("service:", StringComparison.Ordinal) && stale.Contains(context["service:".Length..])) ?? false;

    private static string NameOf(ResolvedModel model, string service) => $"{model.Stack.Name}/{service}";

    private Dictionary<string, string> Load()
    {
        try
        {
            return (folder.ReadKept(FileName) is { } text ? JsonSerializer.Deserialize(text, BuildsJson.Default.DictionaryStringString) : null) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>How the fingerprints are kept.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BuildsJson : JsonSerializerContext;
