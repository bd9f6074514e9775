namespace Hale.Kernel.Faults;

/// <summary>The files that containers which are not well named in their output, where it is certain which files of the project they are.</summary>
public sealed record PlaceFacts(IReadOnlyList<SeenPlace> Places)
{
    /// <summary>The file of the project; null where that cannot be told.</summary>
    public string? Of(string? service, string printed) => Places.FirstOrDefault(place => place.Service == service && place.Printed == printed)?.File;
}

/// <summary>A file that a container named.</summary>
/// <param name="Service">Its service.</param>
/// <param name="Printed">The file as it was printed: a path in the container.</param>
/// <param name="File">The same file, relative to the project.</param>
public sealed record SeenPlace(string Service, string Printed, string File);
