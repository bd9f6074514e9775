using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>Who waits for whom. Compose has refused circles and unknown names before a stack gets here.</summary>
public sealed class DependencyGraph(Stack stack)
{
    private readonly Dictionary<string, Service> _services = stack.Services.ToDictionary(service => service.Name);

    /// <summary>The services named, and all that they depend on, in the order of the model.</summary>
    public IReadOnlyList<Service> With(IEnumerable<string> names)
    {
        var wanted = new HashSet<string>();
        var next = new Stack<string>(names);
        while (next.TryPop(out var name))
        {
            if (_services.TryGetValue(name, out var service) && wanted.Add(name))
            {
                foreach (var dependency in service.DependsOn)
                {
                    next.Push(dependency.Service);
                }
            }
        }

        return [.. stack.Services.Where(service => wanted.Contains(service.Name))];
    }

    /// <summary>What a service cannot be without, directly or not.</summary>
    public IReadOnlySet<string> NeededBy(string name)
    {
        var needed = new HashSet<string>();
        var next = new Stack<string>([name]);
        while (next.TryPop(out var at))
        {
            foreach (var on in _services[at].DependsOn.Where(on => on.Required && _services.ContainsKey(on.Service)))
            {
                if (needed.Add(on.Service))
                {
                    next.Push(on.Service);
                }
            }
        }

        return needed;
    }

    /// <summary>Those of the services that, with all that they depend on, are among <paramref name="possible"/>.</summary>
    public IReadOnlyList<string> ClosedWithin(IReadOnlyCollection<string> possible) =>
        [.. possible.Where(name => With([name]).All(service => possible.Contains(service.Name)))];

    /// <summary>True when some service waits for this one to finish its work.</summary>
    public bool IsAwaitedToComplete(string name) =>
        stack.Services.Any(service => service.DependsOn.Any(on => on.Service == name && on.Condition is DependencyCondition.CompletedSuccessfully));

    /// <summary>How deep each service stands: 0 for those that depend on nothing.</summary>
    public int DepthOf(string name) =>
        _services.TryGetValue(name, out var service) && service.DependsOn.Any(on => _services.ContainsKey(on.Service))
            ? 1 + service.DependsOn.Where(on => _services.ContainsKey(on.Service)).Max(on => DepthOf(on.Service))
            : 0;

    /// <summary>The direct dependencies that are part of the stack.</summary>
    public IEnumerable<Dependency> Of(Service service) => service.DependsOn.Where(on => _services.ContainsKey(on.Service));
}
