namespace Hale.Kernel.Stacks;

/// <summary>The environment that the project's files give to each service.</summary>
public interface IServiceEnvironment
{
    /// <summary>The variables of each service with their values, as they would be set now; held in memory alone. Null when Compose refuses the files.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>?> EnvironmentAsync(CancellationToken stop);
}
