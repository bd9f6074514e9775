using Hale.Cli.Runs;
using Hale.Faults;
using Hale.Kernel.Faults;

namespace Hale.Cli.Commands;

/// <summary>The catalogue by name and by family. A family is the folder that a fault's file lies in.</summary>
internal static class Families
{
    public static string Of(Fault fault) => fault.GetType().Namespace?.Split('.')[^1].ToLowerInvariant() ?? "";

    public static Fault? Find(string name) => Catalogue.All.FirstOrDefault(fault => fault.Id.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The fault of that name, the faults of that family, or all when none is given.</summary>
    public static IReadOnlyList<Fault> Matching(string? name)
    {
        if (name is null)
        {
            return Catalogue.All;
        }

        IReadOnlyList<Fault> matching = Find(name) is { } one
            ? [one]
            : [.. Catalogue.All.Where(fault => Of(fault).Equals(name, StringComparison.OrdinalIgnoreCase))];
        return matching.Count > 0 ? matching : throw Unknown(name, $"there is no fault and no family '{name}'");
    }

    public static ProblemException Unknown(string name, string says) =>
        new(new Problem($"{says}{Usage.Hint(name, [.. Catalogue.All.Select(fault => fault.Id), .. Catalogue.All.Select(Of).Distinct()])}")
        {
            Advice = ["hale explain --list"],
        });
}
