namespace Hale.Kernel.Stacks;

/// <summary>The environment that the project's files give to each service.</summary>
public interface IServiceEnvironment
{
    /// <summary>The variables of each service with their values, as they would be set now; held in memory alone. Null when Compose refuses the files.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> EnvironmentAsync(CancellationToken stop);

    /// <summary>One setting of a service, such as <c>build</c>, <c>args</c>, <c>API_URL</c>; null where it has none, or Compose refuses the files.</summary>
    Task<string?> SettingAsync(string service, IReadOnlyList<string> path, CancellationToken stop);
}
