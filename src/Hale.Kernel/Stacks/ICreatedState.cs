using Hale.Kernel.Engines;

namespace Hale.Kernel.Stacks;

/// <summary>Remembers what Compose made and what has done its work, so that a run with nothing to do asks nobody but the engine.</summary>
public interface ICreatedState
{
    /// <summary>
    /// True when these are, for every service of the model, the containers that Compose would make now: the model is the one that
    /// was remembered, each container has the configuration hash and the image that it had then, and the images' names still mean
    /// those images (<paramref name="images"/>: the id of each that the engine has).
    /// </summary>
    bool IsCurrent(Stack stack, IReadOnlyList<Container> containers, IReadOnlyDictionary<string, string> images);

    /// <summary>The ids of the containers that exited with 0 as the end of their work.</summary>
    IReadOnlySet<string> Completed { get; }

    /// <summary>Remembers a stack just after Compose created all of it.</summary>
    void Remember(
        Stack stack, IReadOnlyList<Container> containers, IReadOnlyDictionary<string, string> images, IReadOnlyCollection<string> completed);
}
